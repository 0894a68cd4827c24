package hk.itf.assessment.meeting;

import static hk.itf.model.NamedValue.value;

import hk.itf.assessment.Roles;
import hk.itf.assessment.agendaitem.MeetingId;
import hk.itf.infra.clock.HongKong;
import hk.itf.infra.http.Actor;
import hk.itf.model.DomainException;
import hk.itf.model.id.PersonId;
import hk.itf.model.scheme.value.SchemeId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A meeting of a scheme's panel. The secretariat schedules the meeting and puts cases on its agenda. On the day the chair
 * opens it, calls and closes the items, and closes the meeting after the last item. A scheduled meeting can be cancelled.
 * A meeting belongs to no grant; the timelines of the grants record what happens to their items.
 */
@Entity
@Table(name = "panel_meeting")
public class Meeting {

    @Id
    private UUID id;

    @Version
    private int version;

    private String schemeId;
    private String role;
    private LocalDate heldOn;
    private String place;
    private @Nullable UUID chair;

    @Enumerated(EnumType.STRING)
    private MeetingStatus status;

    private UUID scheduledBy;
    private Instant scheduledAt;
    private @Nullable Instant openedAt;
    private @Nullable Instant endedAt;
    private @Nullable String endingReason;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    Meeting() {}

    /**
     * @param role the role of the members, from the scheme
     * @param chair null when any chair may open and lead the meeting
     */
    static Meeting schedule(
            MeetingId id,
            SchemeId scheme,
            String role,
            LocalDate heldOn,
            String place,
            @Nullable PersonId chair,
            PersonId actor,
            Instant now) {
        var meeting = new Meeting();
        meeting.id = id.value();
        meeting.schemeId = scheme.value();
        meeting.role = role;
        meeting.heldOn = heldOn;
        meeting.place = place;
        meeting.chair = chair == null ? null : chair.value();
        meeting.status = MeetingStatus.SCHEDULED;
        meeting.scheduledBy = actor.value();
        meeting.scheduledAt = now;
        return meeting;
    }

    /** @throws DomainException {@code not-the-day} when today is not the day of the meeting */
    void open(PersonId leader, Instant now) {
        var next = MeetingTransition.OPEN.apply(status);
        requireDay(now);
        status = next;
        chair = leader.value();
        openedAt = now;
    }

    void close(Instant now) {
        status = MeetingTransition.CLOSE.apply(status);
        endedAt = now;
    }

    void cancel(String reason, Instant now) {
        status = MeetingTransition.CANCEL.apply(status);
        endedAt = now;
        endingReason = reason;
    }

    /** Attendance is recorded on the day of the meeting, and while the meeting is open. */
    void requireOpenForAttendance(Instant now) {
        switch (status) {
            case SCHEDULED -> requireDay(now);
            case OPEN -> {
                // a meeting may last beyond midnight
            }
            case CLOSED, CANCELLED -> throw DomainException.conflict("meeting-over", value("status", status));
        }
    }

    public void requireOpenForItems() {
        switch (status) {
            case SCHEDULED, OPEN -> {
                // an urgent case may be added on the day
            }
            case CLOSED, CANCELLED -> throw DomainException.conflict("meeting-over", value("status", status));
        }
    }

    public void requireOpen() {
        if (status != MeetingStatus.OPEN) {
            throw DomainException.conflict("meeting-not-open", value("status", status));
        }
    }

    private void requireDay(Instant now) {
        if (!HongKong.dayOf(now).equals(heldOn)) {
            throw DomainException.conflict("not-the-day", value("day", heldOn));
        }
    }

    /** Refuses a person who is no member of the panel, with the refusal for an unknown meeting or item. */
    public void requireMember(Actor actor, Supplier<DomainException> notFound) {
        if (!isMember(actor)) {
            throw notFound.get();
        }
    }

    boolean isMember(Actor actor) {
        return actor.hasRole(role) || isChairedBy(actor);
    }

    /** @throws DomainException {@code not-in-the-chair} for a member who does not lead the meeting */
    public void requireLedBy(Actor actor, Supplier<DomainException> notFound) {
        requireMember(actor, notFound);
        if (!isLedBy(actor)) {
            throw notInTheChair();
        }
    }

    public boolean isLedBy(Actor actor) {
        return chair == null ? actor.hasRole(Roles.PANEL_CHAIR) : isChairedBy(actor);
    }

    public static DomainException notInTheChair() {
        return DomainException.forbidden("not-in-the-chair");
    }

    private boolean isChairedBy(Actor actor) {
        return actor.hasRole(Roles.PANEL_CHAIR) && actor.person().value().equals(chair);
    }

    /** Members read papers until the end of the day after the meeting, because a meeting may last beyond midnight. */
    Instant papersEnd() {
        return HongKong.endOf(heldOn.plusDays(1));
    }

    public boolean isOpen() {
        return status == MeetingStatus.OPEN;
    }

    public MeetingId id() {
        return MeetingId.of(id);
    }

    public SchemeId scheme() {
        return SchemeId.of(schemeId);
    }

    public Optional<PersonId> chair() {
        return Optional.ofNullable(chair).map(PersonId::of);
    }

    MeetingView view(List<MeetingView.Attendance> attendance, List<MeetingView.AgendaLine> agenda) {
        return new MeetingView(
                id(),
                scheme(),
                heldOn,
                place,
                chair().orElse(null),
                status,
                PersonId.of(scheduledBy),
                scheduledAt,
                openedAt,
                endedAt,
                endingReason,
                attendance,
                agenda,
                version);
    }

    @Override
    public String toString() {
        return "panel meeting " + id + " of " + schemeId;
    }
}
