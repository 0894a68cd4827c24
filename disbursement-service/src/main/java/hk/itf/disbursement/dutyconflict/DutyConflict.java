package hk.itf.disbursement.dutyconflict;

import hk.itf.infra.timeline.TrackedAggregate;
import hk.itf.model.DomainException;
import hk.itf.model.duty.Duty;
import hk.itf.model.id.GrantId;
import hk.itf.model.id.PersonId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One person with two duties of a grant. An event from another service brought the second duty, which could not be
 * refused. While the conflict is open, no payment of the grant is prepared or released.
 *
 * <p>The conflict is undone when the act behind the held duty is undone; another person then repeats the act. If the
 * act cannot be undone, two people without a duty of the grant confirm the conflict, one after the other.
 */
@Entity
class DutyConflict extends TrackedAggregate {

    /** Changes without a transition. Their names are stored on the timeline. */
    enum Act {
        UNDO_ONE
    }

    @Id
    private UUID id;

    @Column(name = "grant_id", updatable = false)
    private UUID grant;

    @Column(updatable = false)
    private UUID person;

    @Enumerated(EnumType.STRING)
    private Duty held;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private Duty also;

    @Enumerated(EnumType.STRING)
    private DutyConflictStatus status;

    private @Nullable UUID firstBy;

    private @Nullable Instant firstAt;

    private @Nullable String firstReason;

    private @Nullable UUID secondBy;

    private @Nullable Instant secondAt;

    private @Nullable String secondReason;

    @Column(updatable = false)
    private Instant recordedAt;

    private @Nullable Instant resolvedAt;

    private record State(
            DutyConflictStatus status,
            Duty held,
            Duty also,
            @Nullable UUID firstBy,
            @Nullable UUID secondBy) {}

    /** Rows are created by the reception of events, with SQL. */
    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected DutyConflict() {}

    /**
     * Records the first confirmation, or the second one, which resolves the conflict.
     *
     * @throws DomainException {@code illegal-transition}; {@code own-conflict} for the person in the conflict;
     *     {@code four-eyes} for the person who confirmed first
     */
    DutyConflictTransition confirm(String reason, PersonId actor, Instant now) {
        var transition = DutyConflictTransition.CONFIRM_AGAIN.permits(status)
                ? DutyConflictTransition.CONFIRM_AGAIN
                : DutyConflictTransition.CONFIRM;
        var next = transition.apply(status);
        if (actor.value().equals(person)) {
            throw DomainException.conflict("own-conflict");
        }
        if (actor.value().equals(firstBy)) {
            throw DomainException.conflict("four-eyes.duty-conflict");
        }
        if (transition == DutyConflictTransition.CONFIRM_AGAIN) {
            secondBy = actor.value();
            secondAt = now;
            secondReason = reason;
            resolvedAt = now;
        } else {
            firstBy = actor.value();
            firstAt = now;
            firstReason = reason;
        }
        status = next;
        return transition;
    }

    /** Resolves the conflict because the act was undone. The person keeps the other duty and cannot repeat the act. */
    void undo(Instant now) {
        status = DutyConflictTransition.UNDO.apply(status);
        resolvedAt = now;
    }

    /** Replaces the held duty after another conflict of the same person was undone. */
    void replaceHeldDuty(Duty nowHeld) {
        held = nowHeld;
    }

    GrantId grant() {
        return GrantId.of(grant);
    }

    PersonId person() {
        return PersonId.of(person);
    }

    Duty held() {
        return held;
    }

    Duty also() {
        return also;
    }

    DutyConflictView view(ActStatus act) {
        return new DutyConflictView(
                id, grant(), person(), held, also, status, act, confirmations(), recordedAt, resolvedAt, version());
    }

    @Override
    protected GrantId grantId() {
        return grant();
    }

    @Override
    protected String subject() {
        return "duty-conflict/" + id;
    }

    @Override
    protected Object state() {
        return new State(status, held, also, firstBy, secondBy);
    }

    private List<DutyConflictView.Confirmation> confirmations() {
        var confirmations = new ArrayList<DutyConflictView.Confirmation>();
        if (firstBy != null && firstAt != null && firstReason != null) {
            confirmations.add(new DutyConflictView.Confirmation(PersonId.of(firstBy), firstAt, firstReason));
        }
        if (secondBy != null && secondAt != null && secondReason != null) {
            confirmations.add(new DutyConflictView.Confirmation(PersonId.of(secondBy), secondAt, secondReason));
        }
        return confirmations;
    }
}
