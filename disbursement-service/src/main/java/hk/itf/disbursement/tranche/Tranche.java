package hk.itf.disbursement.tranche;

import hk.itf.disbursement.payee.PayeeVerification;
import hk.itf.infra.timeline.TrackedAggregate;
import hk.itf.model.HasLifecycle;
import hk.itf.model.event.DisbursementEvent.AdvanceMerged;
import hk.itf.model.event.DisbursementEvent.PaymentBounced;
import hk.itf.model.event.DisbursementEvent.TrancheDue;
import hk.itf.model.event.DisbursementEvent.TranchePaid;
import hk.itf.model.event.DisbursementEvent.TranchePrepared;
import hk.itf.model.event.DisbursementEvent.TrancheReleased;
import hk.itf.model.id.AttemptId;
import hk.itf.model.id.GrantId;
import hk.itf.model.id.PersonId;
import hk.itf.model.id.TrancheId;
import hk.itf.model.money.Money;
import hk.itf.model.scheme.tranche.PlannedTranche;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One part of an award that is paid as a whole. A tranche is scheduled with a version, becomes due when its gates are
 * met, is prepared by one person, released by another, and paid when the bank books it. A bounce makes the tranche due
 * again.
 *
 * <p>An accepted advance claim splits an advance off: a tranche of its own without the gates that claims meet. When the
 * payment claim is accepted, a paid advance is deducted from the accepted amount and an unreleased advance is merged
 * back. A due tranche can be set off against a receivable of its organisation; the bank pays the rest. The part of the
 * amount that the tranche will not pay is undrawn.
 *
 * <p>A tranche keeps its id through all versions. No version changes a tranche that is prepared, released or paid.
 */
@Entity
public class Tranche extends TrackedAggregate implements HasLifecycle<TrancheStatus> {

    /** Changes without a transition. Their names are stored on the timeline. */
    public enum Act {
        SCHEDULE,
        SPLIT,
        MEET_GATES,
        ACCEPT_CLAIM,
        ACCEPT_ACCOUNTS,
        PASS_DEADLINE,
        AWAIT_ANSWER,
        SETTLE,
        LOWER,
        REPLAN,
        REPORT_OVERDUE
    }

    @Id
    private UUID id;

    @Column(name = "grant_id")
    private UUID grant;

    @Embedded
    private TrancheSchedule schedule;

    private @Nullable UUID advanceOf;

    @Embedded
    private TrancheMoney money;

    @Enumerated(EnumType.STRING)
    private TrancheStatus status;

    private @Nullable Instant dueAt;

    private @Nullable Integer payeeVersion;

    private @Nullable UUID preparedBy;

    private int attempts;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected Tranche() {}

    /** A new tranche as planned. A tranche planned with 0.00 is cancelled from the start. */
    public static Tranche scheduled(GrantId grant, PlannedTranche planned) {
        var tranche = new Tranche();
        tranche.id = planned.id().value();
        tranche.grant = grant.value();
        tranche.status = planned.amount().isPositive() ? TrancheStatus.SCHEDULED : TrancheStatus.CANCELLED;
        tranche.money = TrancheMoney.of(planned.amount());
        tranche.schedule = TrancheSchedule.of(planned);
        return tranche;
    }

    /**
     * Splits an advance tranche off and lowers this tranche by its amount.
     *
     * @param advanced more than 0.00 and less than the amount of this tranche
     */
    public Tranche splitOffAdvance(Money advanced) {
        if (!advanced.isPositive() || !amount().exceeds(advanced)) {
            throw new IllegalStateException("an advance of " + advanced + " is not a part of tranche " + id);
        }
        var advance = new Tranche();
        advance.id = id().advance().value();
        advance.grant = grant;
        advance.advanceOf = id;
        advance.money = TrancheMoney.of(advanced);
        advance.schedule = schedule.copy();
        advance.status = TrancheStatus.SCHEDULED;
        money.splitOffAdvance(advanced);
        return advance;
    }

    /**
     * Cancels an unpaid advance and returns its amount to this tranche. A cancelled tranche does not pay the returned
     * amount.
     */
    public void mergeAdvanceBack(Tranche advance) {
        advance.status = TrancheTransition.MERGE.apply(advance.status);
        advance.unbind();
        money.mergeAdvanceBack(advance.money, status != TrancheStatus.CANCELLED);
    }

    public AdvanceMerged advanceMerged(Tranche advance, PersonId actor, Instant now) {
        return new AdvanceMerged(grant(), id(), advance.id(), actor, amount(), now);
    }

    TrancheDue becomeDue(Instant now) {
        status = TrancheTransition.BECOME_DUE.apply(status);
        return dueEvent(PersonId.SYSTEM, now);
    }

    TranchePrepared prepare(PayeeVerification payee, PersonId verifier, PersonId actor, Instant now) {
        status = TrancheTransition.PREPARE.apply(status);
        payeeVersion = payee.version();
        preparedBy = actor.value();
        return new TranchePrepared(grant(), id(), actor, verifier, payee.version(), payableByBank(), now);
    }

    public TrancheDue returnToDue(PersonId actor, Instant now) {
        status = TrancheTransition.RETURN.apply(status);
        unbind();
        return dueEvent(actor, now);
    }

    /** Starts the next attempt. The attempt's id is derived from the tranche and the number of the attempt. */
    public TrancheReleased release(PersonId actor, Instant now) {
        status = TrancheTransition.RELEASE.apply(status);
        attempts++;
        return new TrancheReleased(grant(), id(), actor, AttemptId.of(id(), attempts), payableByBank(), now);
    }

    /** Records the booking of an attempt. The paid amount includes the amount that was set off before. */
    public TranchePaid pay(AttemptId attempt, Instant now) {
        status = TrancheTransition.PAY.apply(status);
        return new TranchePaid(grant(), id(), PersonId.SYSTEM, attempt, payable(), amount().minus(payable()), now);
    }

    /**
     * Sets an amount off against a receivable. A tranche whose payable amount is set off in full is paid; otherwise the
     * result is empty and the bank pays the rest.
     */
    public Optional<TranchePaid> payBySetOff(Money amount, PersonId actor, Instant now) {
        money.setOff(amount);
        if (payableByBank().isPositive()) {
            return Optional.empty();
        }
        status = TrancheTransition.SET_OFF.apply(status);
        return Optional.of(paidBySetOff(actor, now));
    }

    /** The event of a tranche that was paid by set-off alone. The event names attempt number 0, which never exists. */
    public TranchePaid paidBySetOff(PersonId actor, Instant now) {
        return new TranchePaid(grant(), id(), actor, AttemptId.of(id(), 0), payable(), amount().minus(payable()), now);
    }

    public PaymentBounced bounce(AttemptId attempt, String reason, Instant now) {
        status = TrancheTransition.BOUNCE.apply(status);
        unbind();
        return new PaymentBounced(grant(), id(), PersonId.SYSTEM, attempt, payableByBank(), reason, now);
    }

    /** The event of a tranche that is due again after a bounce. */
    public TrancheDue dueAgain(Instant now) {
        return dueEvent(PersonId.SYSTEM, now);
    }

    /**
     * Records the accepted amount of the payment claim or accounts, advance included. {@link #settle} follows when the
     * advance is known to be paid or unpaid.
     */
    public void accept(Money accepted) {
        if (isClaimDecided()) {
            throw new IllegalStateException("a claim on tranche " + id + " was accepted already");
        }
        money.accept(accepted);
    }

    /** Whether a claim or the claim deadline has decided the tranche, so that no further claim is accepted. */
    public boolean isClaimDecided() {
        return status.isFixed() || money.isAccepted() || money.isAwaitingBankAnswer();
    }

    /**
     * Lowers the payable amount, but not below the amount set off. The tranche is paid when its payable amount is set
     * off in full, and cancelled when it is 0.00.
     *
     * @return the amount by which the payable amount was lowered, which is undrawn
     */
    public Money settle(Money payable) {
        var settled = payable.max(money.setOff());
        if (settled.equals(money.setOff())) {
            status = (settled.isPositive() ? TrancheTransition.SET_OFF : TrancheTransition.CANCEL).apply(status);
        }
        return money.settlePayable(settled);
    }

    /** Lowers the payable amount to the amount set off, or to 0.00. Returns the undrawn amount. */
    public Money cancel() {
        return settle(Money.ZERO);
    }

    /**
     * Applies the plan of a new version. A prepared, released or paid tranche keeps its money: the version must state
     * the amount or the payable amount of the tranche. A version never increases an accepted claim. A tranche that pays
     * 0.00 is cancelled, unless a claim has yet to account for its advance.
     *
     * @param planned the planned tranche, less the advanced amount
     * @param advanced the amount of the advance that stays split off; 0.00 without an advance
     */
    public void replan(PlannedTranche planned, Money advanced) {
        if (status.isFixed()) {
            money.restateAmount(planned.amount());
            return;
        }
        schedule = TrancheSchedule.of(planned);
        if (status == TrancheStatus.CANCELLED) {
            money.replanCancelled(planned.amount());
            return;
        }
        money.replan(planned.amount(), advanced);
        if (payable().isZero() && (isSettled() || advanced.isZero())) {
            status = TrancheTransition.CANCEL.apply(status);
        }
    }

    /** Whether the payable amount is final: the tranche is cancelled, or its claim is settled. */
    public boolean isSettled() {
        return status == TrancheStatus.CANCELLED || (money.isAccepted() && !money.isAwaitingBankAnswer());
    }

    /** The tranche that this advance was split off from; empty for a planned tranche. */
    public Optional<TrancheId> advanceOf() {
        return Optional.ofNullable(advanceOf).map(TrancheId::of);
    }

    public TrancheMoney money() {
        return money;
    }

    public TrancheSchedule schedule() {
        return schedule;
    }

    @Nullable
    Instant dueAt() {
        return dueAt;
    }

    /** The version of the bank details, from preparation on. */
    @Nullable
    public Integer payeeVersion() {
        return payeeVersion;
    }

    @Nullable
    PersonId preparedBy() {
        return preparedBy == null ? null : PersonId.of(preparedBy);
    }

    /** The number of attempts, which is the number of the newest one. */
    public int attempts() {
        return attempts;
    }

    public TrancheId id() {
        return TrancheId.of(id);
    }

    public GrantId grant() {
        return GrantId.of(grant);
    }

    @Override
    public TrancheStatus status() {
        return status;
    }

    public Money amount() {
        return money.amount();
    }

    public Money payable() {
        return money.payable();
    }

    /** The payable amount that is not set off. */
    public Money payableByBank() {
        return money.payableByBank();
    }

    @Override
    protected GrantId grantId() {
        return grant();
    }

    @Override
    protected String subject() {
        return "tranche/" + id;
    }

    @Override
    protected Object state() {
        return TrancheState.of(this);
    }

    private void unbind() {
        payeeVersion = null;
        preparedBy = null;
    }

    private TrancheDue dueEvent(PersonId actor, Instant now) {
        dueAt = now;
        return new TrancheDue(grant(), id(), actor, payableByBank(), now);
    }
}
