package hk.itf.assessment.panel;

import hk.itf.assessment.Roles;
import hk.itf.infra.clock.HongKong;
import hk.itf.infra.http.Actor;
import hk.itf.model.DomainException;
import hk.itf.model.id.PersonId;
import hk.itf.model.scheme.SchemeId;
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
import org.jspecify.annotations.Nullable;

/**
 * A meeting of the panel of a scheme. The secretariat schedules it and puts cases on its agenda; on its day the chair opens
 * it, calls and closes the items, and closes it once none is left; or it is cancelled. It belongs to no grant, so that
 * the timelines of its items' grants tell what happened there.
 */
@Entity
@Table(name = "panel_meeting")
class Meeting {

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
     * @param role of the members, from the scheme
     * @param chair null when whoever of the chairs opens it leads it
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

    /** @throws DomainException {@code not-the-day} on any other day than its own */
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

    /** People come on its day, and as long as it lasts. */
    void requireTakesAttendance(Instant now) {
        switch (status) {
            case SCHEDULED -> requireDay(now);
            case OPEN -> {
                // it may last beyond midnight
            }
            case CLOSED, CANCELLED ->
                throw DomainException.conflict("meeting-over", "The meeting is %s.".formatted(status));
        }
    }

    void requireTakesItems() {
        switch (status) {
            case SCHEDULED, OPEN -> {
                // an urgent case may come up on the day
            }
            case CLOSED, CANCELLED ->
                throw DomainException.conflict("meeting-over", "The meeting is %s.".formatted(status));
        }
    }

    void requireOpen() {
        if (status != MeetingStatus.OPEN) {
            throw DomainException.conflict("meeting-not-open", "The meeting is %s.".formatted(status));
        }
    }

    private void requireDay(Instant now) {
        if (!HongKong.dayOf(now).equals(heldOn)) {
            throw DomainException.conflict("not-the-day", "The meeting is held on %s.".formatted(heldOn));
        }
    }

    /** To everybody else the meeting does not exist, nor what is on its agenda. */
    void requireMember(Actor actor, String thing) {
        if (!seats(actor)) {
            throw DomainException.notFound(thing);
        }
    }

    boolean seats(Actor actor) {
        return actor.has(role) || isChairedBy(actor);
    }

    /** @throws DomainException {@code not-in-the-chair} for everybody but its chair; of the members, if it has none yet */
    void requireLedBy(Actor actor, String thing) {
        requireMember(actor, thing);
        if (!isLedBy(actor)) {
            throw notInTheChair();
        }
    }

    boolean isLedBy(Actor actor) {
        return chair == null ? actor.has(Roles.PANEL_CHAIR) : isChairedBy(actor);
    }

    static DomainException notInTheChair() {
        return DomainException.forbidden("not-in-the-chair", "Another person leads this; only the chair does that.");
    }

    private boolean isChairedBy(Actor actor) {
        return actor.has(Roles.PANEL_CHAIR) && actor.person().value().equals(chair);
    }

    /** Papers are read until the end of the day after it, should it last into the night. */
    Instant papersEnd() {
        return HongKong.endOf(heldOn.plusDays(1));
    }

    boolean isOpen() {
        return status == MeetingStatus.OPEN;
    }

    MeetingId id() {
        return MeetingId.of(id);
    }

    SchemeId scheme() {
        return SchemeId.of(schemeId);
    }

    Optional<PersonId> chair() {
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
