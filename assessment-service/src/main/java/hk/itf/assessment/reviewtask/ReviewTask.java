package hk.itf.assessment.reviewtask;

import hk.itf.assessment.reviewcase.ReviewCase;
import hk.itf.assessment.reviewcase.Stage;
import hk.itf.assessment.reviewcase.StageWork;
import hk.itf.infra.timeline.TrackedAggregate;
import hk.itf.model.DomainException;
import hk.itf.model.HasLifecycle;
import hk.itf.model.duty.Duty;
import hk.itf.model.event.AssessmentEvent.ReviewTaskEnded;
import hk.itf.model.event.AssessmentEvent.ReviewTaskTaken;
import hk.itf.model.event.Subject;
import hk.itf.model.id.GrantId;
import hk.itf.model.id.OrganisationId;
import hk.itf.model.id.PersonId;
import hk.itf.model.id.ReviewCaseId;
import hk.itf.model.id.ReviewTaskId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * The work of one stage of a review case for one person. A task waits, is taken under a lease, and ends: done, handed back,
 * lapsed or recused. An ended task never changes; unfinished work continues as a new task.
 */
@Entity
public class ReviewTask extends TrackedAggregate implements HasLifecycle<ReviewTaskStatus> {

    @Id
    private UUID id;

    private UUID grantId;
    private UUID caseId;

    @Enumerated(EnumType.STRING)
    private Subject.Kind subjectKind;

    private UUID subjectId;

    @Enumerated(EnumType.STRING)
    private Stage stage;

    private int round;
    private String role;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> authorities;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<UUID> parties;

    @Enumerated(EnumType.STRING)
    private @Nullable Duty duty;

    private LocalDate dueOn;

    @Enumerated(EnumType.STRING)
    private ReviewTaskStatus status;

    private @Nullable UUID holder;
    private @Nullable Instant takenAt;
    private @Nullable Instant leaseUntil;
    private @Nullable Instant leaseEndsAtLatest;
    private @Nullable String endingReason;

    @SuppressWarnings("UnusedVariable") // only queries read this column
    private @Nullable Instant endedAt;

    private @Nullable UUID reservedFor;
    private @Nullable Instant reservedUntil;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    ReviewTask() {}

    static ReviewTask waiting(ReviewTaskId id, ReviewCase reviewCase, StageWork work, LocalDate dueOn) {
        var task = new ReviewTask();
        task.id = id.value();
        task.grantId = reviewCase.grantId().value();
        task.caseId = reviewCase.id().value();
        task.subjectKind = reviewCase.subjectOf().kind();
        task.subjectId = reviewCase.subjectOf().id();
        task.stage = reviewCase.stage();
        task.round = reviewCase.round();
        task.role = work.role();
        task.authorities = work.authorities();
        task.parties = reviewCase.parties().stream().map(OrganisationId::value).toList();
        task.duty = reviewCase.duty().orElse(null);
        task.dueOn = dueOn;
        task.status = ReviewTaskStatus.WAITING;
        return task;
    }

    /** A new waiting task for the same work. */
    ReviewTask replacement(ReviewTaskId newId) {
        var task = new ReviewTask();
        task.id = newId.value();
        task.grantId = grantId;
        task.caseId = caseId;
        task.subjectKind = subjectKind;
        task.subjectId = subjectId;
        task.stage = stage;
        task.round = round;
        task.role = role;
        task.authorities = List.copyOf(authorities);
        task.parties = List.copyOf(parties);
        task.duty = duty;
        task.dueOn = dueOn;
        task.status = ReviewTaskStatus.WAITING;
        return task;
    }

    /** Reserves the task: until then only this person may take it. */
    public void reserve(PersonId person, Instant until) {
        reservedFor = person.value();
        reservedUntil = until;
    }

    /** The event for a taken task. The SQL statement of the queue has made the transition. */
    public ReviewTaskTaken taken(StageWork work) {
        if (status != ReviewTaskStatus.TAKEN || holder == null || leaseEndsAtLatest == null) {
            throw new IllegalStateException(this + " is not taken");
        }
        return new ReviewTaskTaken(
                grantId(),
                PersonId.of(holder),
                id(),
                new Subject(subjectKind, subjectId),
                stage.name(),
                work.groups(),
                work.blind(),
                leaseEndsAtLatest);
    }

    /**
     * Refuses a person who does not hold an unexpired lease on the task.
     *
     * @param leaseNow real time of the database
     * @throws DomainException {@code task-not-held}
     */
    public void requireHeldBy(PersonId person, Instant leaseNow) {
        if (!isHeldBy(person, leaseNow)) {
            throw notHeld();
        }
    }

    public boolean isHeldBy(PersonId person, Instant leaseNow) {
        return status == ReviewTaskStatus.TAKEN
                && person.value().equals(holder)
                && leaseUntil != null
                && leaseNow.isBefore(leaseUntil);
    }

    public static DomainException notHeld() {
        return DomainException.conflict("task-not-held");
    }

    public boolean hasLapsed(Instant leaseNow) {
        return status == ReviewTaskStatus.TAKEN && leaseUntil != null && !leaseNow.isBefore(leaseUntil);
    }

    /** Extends the lease from now, at most to its latest end. */
    public void extend(Duration lease, Instant leaseNow) {
        if (leaseEndsAtLatest == null) {
            throw notHeld();
        }
        var extended = leaseNow.plus(lease);
        leaseUntil = extended.isAfter(leaseEndsAtLatest) ? leaseEndsAtLatest : extended;
    }

    /** Ends the task. Returns an event only for a task that somebody held. */
    Optional<ReviewTaskEnded> end(ReviewTaskTransition transition, PersonId actor, String reason, Instant now) {
        var wasTaken = status == ReviewTaskStatus.TAKEN;
        status = transition.apply(status);
        endingReason = reason;
        endedAt = now;
        return wasTaken
                ? Optional.of(new ReviewTaskEnded(grantId(), actor, id(), status.name(), now))
                : Optional.empty();
    }

    public ReviewTaskId id() {
        return ReviewTaskId.of(id);
    }

    @Override
    public GrantId grantId() {
        return GrantId.of(grantId);
    }

    public ReviewCaseId caseId() {
        return ReviewCaseId.of(caseId);
    }

    public Subject subjectOf() {
        return new Subject(subjectKind, subjectId);
    }

    public Stage stage() {
        return stage;
    }

    public int round() {
        return round;
    }

    public List<String> authorities() {
        return List.copyOf(authorities);
    }

    public LocalDate dueOn() {
        return dueOn;
    }

    @Override
    public ReviewTaskStatus status() {
        return status;
    }

    public Optional<PersonId> holder() {
        return Optional.ofNullable(holder).map(PersonId::of);
    }

    /** The person for whom the task is reserved until {@link #reservedUntil()}. */
    public Optional<PersonId> reservedFor() {
        return Optional.ofNullable(reservedFor).map(PersonId::of);
    }

    public Optional<Instant> reservedUntil() {
        return Optional.ofNullable(reservedUntil);
    }

    public Optional<Instant> leaseUntil() {
        return Optional.ofNullable(leaseUntil);
    }

    public Optional<Instant> leaseEndsAtLatest() {
        return Optional.ofNullable(leaseEndsAtLatest);
    }

    @Override
    protected String subject() {
        return "review-task/" + id;
    }

    @Override
    protected Object state() {
        return new State(status, holder, takenAt, endingReason);
    }

    private record State(
            ReviewTaskStatus status,
            @Nullable UUID holder,
            @Nullable Instant takenAt,
            @Nullable String endingReason) {}

    @Override
    public String toString() {
        return "review task " + id + " of grant " + grantId;
    }
}
