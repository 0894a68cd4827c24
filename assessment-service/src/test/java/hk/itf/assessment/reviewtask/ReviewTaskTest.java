package hk.itf.assessment.reviewtask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hk.itf.assessment.reviewcase.NewReviewCase;
import hk.itf.assessment.reviewcase.ReviewCase;
import hk.itf.assessment.reviewcase.Stage;
import hk.itf.assessment.reviewcase.StageWork;
import hk.itf.model.DomainException;
import hk.itf.model.event.Parties;
import hk.itf.model.event.Subject;
import hk.itf.model.id.GrantId;
import hk.itf.model.id.OrganisationId;
import hk.itf.model.id.PersonId;
import hk.itf.model.id.ReviewCaseId;
import hk.itf.model.id.ReviewTaskId;
import hk.itf.model.id.Uuids;
import hk.itf.model.scheme.value.SchemeRef;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReviewTaskTest {

    private static final Instant NOW = Instant.parse("2026-11-20T04:00:00Z");
    private static final Instant LEASE_END = NOW.plus(Duration.ofHours(2));
    private static final Instant LATEST_END = NOW.plus(Duration.ofHours(5));
    private static final PersonId HOLDER = PersonId.of(Uuids.next());
    private static final PersonId OTHER = PersonId.of(Uuids.next());
    private static final StageWork WORK =
            new StageWork("decision-authority", List.of("decision-authority/cit"), 1, false, List.of("engagement"));

    @ParameterizedTest
    @EnumSource
    void everyStatusAllowsOnlyItsTransitions(ReviewTaskStatus status) throws Exception {
        for (var transition : ReviewTaskTransition.values()) {
            var task = inStatus(status);
            if (transition.permits(status)) {
                var ended = task.end(transition, OTHER, "On leave.", NOW);
                assertThat(task.status()).as("%s", transition).isEqualTo(transition.to());
                assertThat(ended.isPresent()).as("%s", transition).isEqualTo(status == ReviewTaskStatus.TAKEN);
            } else {
                assertThatThrownBy(() -> task.end(transition, OTHER, "On leave.", NOW), transition.name())
                        .isInstanceOfSatisfying(
                                DomainException.class,
                                refusal -> assertThat(refusal.slug()).isEqualTo("illegal-transition"));
                assertThat(task.status()).as("%s", transition).isEqualTo(status);
            }
        }
    }

    @Test
    void endOfTakenTaskPublishesActorAndEnding() throws Exception {
        var task = taken();
        var ended = task.end(ReviewTaskTransition.RECUSE, HOLDER, "I know the talent.", NOW)
                .orElseThrow();
        assertThat(ended.actor()).isEqualTo(HOLDER);
        assertThat(ended.task()).isEqualTo(task.id());
        assertThat(ended.ending()).isEqualTo("RECUSED");
    }

    @Test
    void onlyHolderHoldsTaskAndOnlyUntilLeaseEnds() throws Exception {
        var task = taken();
        task.requireHeldBy(HOLDER, LEASE_END.minusNanos(1));
        isNotHeld(() -> task.requireHeldBy(HOLDER, LEASE_END));
        isNotHeld(() -> task.requireHeldBy(OTHER, NOW));
        assertThat(task.hasLapsed(LEASE_END.minusNanos(1))).isFalse();
        assertThat(task.hasLapsed(LEASE_END)).isTrue();
    }

    @Test
    void waitingAndEndedTasksAreNotHeld() throws Exception {
        for (var status : ReviewTaskStatus.values()) {
            if (status != ReviewTaskStatus.TAKEN) {
                var task = inStatus(status);
                isNotHeld(() -> task.requireHeldBy(HOLDER, NOW));
                assertThat(task.hasLapsed(LATEST_END)).as("%s", status).isFalse();
            }
        }
    }

    @Test
    void heartbeatExtendsLeaseUpToItsLatestEnd() throws Exception {
        var task = taken();
        task.extend(Duration.ofHours(2), NOW.plus(Duration.ofHours(1)));
        assertThat(task.leaseUntil()).contains(NOW.plus(Duration.ofHours(3)));
        task.extend(Duration.ofHours(2), NOW.plus(Duration.ofHours(4)));
        assertThat(task.leaseUntil()).contains(LATEST_END);
        isNotHeld(() -> waiting().extend(Duration.ofHours(2), NOW));
    }

    @Test
    void takenTaskPublishesGroupsAndEndOfPapers() throws Exception {
        var published = taken().taken(WORK);
        assertThat(published.actor()).isEqualTo(HOLDER);
        assertThat(published.stage()).isEqualTo("DECISION");
        assertThat(published.groups()).containsExactly("engagement");
        assertThat(published.until()).isEqualTo(LATEST_END);
        assertThatThrownBy(() -> waiting().taken(WORK)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void replacementRepeatsWorkWithoutHolderAndReservation() throws Exception {
        var task = taken();
        task.reserve(HOLDER, LATEST_END);
        var replacement = task.replacement(ReviewTaskId.next());
        assertThat(replacement.id()).isNotEqualTo(task.id());
        assertThat(replacement.status()).isEqualTo(ReviewTaskStatus.WAITING);
        assertThat(replacement.caseId()).isEqualTo(task.caseId());
        assertThat(replacement.stage()).isEqualTo(task.stage());
        assertThat(replacement.round()).isEqualTo(task.round());
        assertThat(replacement.authorities()).containsExactly("decision-authority/cit");
        assertThat(replacement.dueOn()).isEqualTo(task.dueOn());
        assertThat(replacement.holder()).isEmpty();
        assertThat(replacement.leaseUntil()).isEmpty();
        assertThat(replacement.reservedFor()).isEmpty();
    }

    @Test
    void reservationNamesPersonAndItsEnd() {
        var task = waiting();
        task.reserve(OTHER, LEASE_END);
        assertThat(task.reservedFor()).contains(OTHER);
        assertThat(task.reservedUntil()).contains(LEASE_END);
    }

    private static void isNotHeld(Runnable act) {
        assertThatThrownBy(act::run)
                .isInstanceOfSatisfying(
                        DomainException.class,
                        refusal -> assertThat(refusal.slug()).isEqualTo("task-not-held"));
    }

    private static ReviewTask inStatus(ReviewTaskStatus status) throws Exception {
        var task = status == ReviewTaskStatus.WAITING ? waiting() : taken();
        switch (status) {
            case WAITING, TAKEN -> {
                // built above
            }
            case DONE -> task.end(ReviewTaskTransition.FINISH, HOLDER, "", NOW);
            case HANDED_BACK -> task.end(ReviewTaskTransition.HAND_BACK, HOLDER, "Lunch.", NOW);
            case LAPSED -> task.end(ReviewTaskTransition.LAPSE, PersonId.SYSTEM, "", NOW);
            case RECUSED -> task.end(ReviewTaskTransition.RECUSE, HOLDER, "I know the talent.", NOW);
        }
        return task;
    }

    /** An SQL statement of the queue takes tasks. This method writes the same fields. */
    private static ReviewTask taken() throws Exception {
        var task = waiting();
        set(task, "status", ReviewTaskStatus.TAKEN);
        set(task, "holder", HOLDER.value());
        set(task, "takenAt", NOW);
        set(task, "leaseUntil", LEASE_END);
        set(task, "leaseEndsAtLatest", LATEST_END);
        return task;
    }

    private static void set(ReviewTask task, String field, Object value) throws Exception {
        var column = ReviewTask.class.getDeclaredField(field);
        column.setAccessible(true);
        column.set(task, value);
    }

    private static ReviewTask waiting() {
        var grant = GrantId.next();
        var reviewCase = ReviewCase.open(
                ReviewCaseId.next(),
                new NewReviewCase(
                        grant,
                        new Subject(Subject.Kind.APPLICATION, grant.value()),
                        SchemeRef.of("rth", 2),
                        Parties.of(OrganisationId.next()),
                        "RTH-2026-000123",
                        1,
                        Map.of(),
                        Stage.DECISION,
                        HOLDER),
                NOW);
        return ReviewTask.waiting(ReviewTaskId.next(), reviewCase, WORK, LocalDate.of(2026, 12, 1));
    }
}
