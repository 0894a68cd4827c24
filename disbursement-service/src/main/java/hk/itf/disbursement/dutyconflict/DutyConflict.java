package hk.itf.disbursement.dutyconflict;

import hk.itf.infra.duty.Duty;
import hk.itf.infra.duty.Tracked;
import hk.itf.model.DomainException;
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
 * One person with two duties of a grant, which came to light by event and could not be refused any more. While it is open
 * nothing of the grant is paid. It ends when the act behind the duty held here is undone, so that another person has to do
 * it anew; or, where that is impossible, when two people without a duty of the grant confirm, one after the other.
 */
@Entity
class DutyConflict extends Tracked {

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
    private ConflictStatus status;

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
            ConflictStatus status,
            Duty held,
            Duty also,
            @Nullable UUID firstBy,
            @Nullable UUID secondBy) {}

    /** Raised where events are received, before there is anything to decide. */
    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected DutyConflict() {}

    /** The first confirmation or, by another person, the second, which lifts the conflict. */
    Transition confirm(String reason, PersonId actor, Instant now) {
        var transition = status == ConflictStatus.CONFIRMED_ONCE ? Transition.CONFIRM_AGAIN : Transition.CONFIRM;
        var next = transition.apply(status);
        if (actor.value().equals(person)) {
            throw DomainException.conflict(
                    "own-conflict", "You are the person in this conflict; others have to confirm it.");
        }
        if (actor.value().equals(firstBy)) {
            throw DomainException.conflict(
                    "four-eyes", "You have confirmed already; another fund-controller has to confirm, too.");
        }
        if (next == ConflictStatus.CONFIRMED) {
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

    /** Nothing rests on the act any more; the person is left with the other duty, which forbids them to do it anew. */
    void undo(Instant now) {
        status = Transition.UNDO.apply(status);
        resolvedAt = now;
    }

    /** Another conflict of the same person was undone, and what they hold is no longer the same. */
    void isNowBetween(Duty nowHeld) {
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

    DutyConflictView view(ActStanding act) {
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
