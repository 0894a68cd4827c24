package hk.itf.disbursement.tranche;

import hk.itf.disbursement.payee.PayeeStanding;
import hk.itf.infra.duty.Tracked;
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
import hk.itf.model.scheme.PlannedTranche;
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
 * An instalment of an award. Scheduled with the first version, it becomes due when its gates are met, is prepared by one
 * person and released by another, and paid when the bank has booked it; a bounce makes it due again. What it would have
 * paid and will not is undrawn. A part may be paid in advance, as an instalment of its own whose gates no claim meets;
 * when the claim is accepted it counts as paid, or, if it was never ordered, is part of the tranche again. What is due may
 * be set off against what the organisation owes, and the bank pays the rest. It keeps its id through all versions, and while it is prepared, released or paid no
 * version changes it.
 */
@Entity
public class Tranche extends Tracked {

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

    /** As planned. One without money is cancelled from the start: there is nothing to claim. */
    static Tranche scheduled(GrantId grant, PlannedTranche planned) {
        var tranche = new Tranche();
        tranche.id = planned.id().value();
        tranche.grant = grant.value();
        tranche.status = planned.amount().isPositive() ? TrancheStatus.SCHEDULED : TrancheStatus.CANCELLED;
        tranche.money = TrancheMoney.of(planned.amount());
        tranche.schedule = TrancheSchedule.of(planned);
        return tranche;
    }

    /** Parts with what is paid in advance. */
    Tranche split(Money advanced) {
        if (!advanced.isPositive() || !amount().exceeds(advanced)) {
            throw new IllegalStateException("an advance is a part of tranche " + id + ", not " + advanced);
        }
        var part = new Tranche();
        part.id = id().advance().value();
        part.grant = grant;
        part.advanceOf = id;
        part.money = TrancheMoney.of(advanced);
        part.schedule = schedule.copy();
        part.status = TrancheStatus.SCHEDULED;
        money.part(advanced);
        return part;
    }

    /** An advance that was not paid is part of this again; of a cancelled tranche, no part that is drawn. */
    void merge(Tranche advance) {
        advance.status = Transition.MERGE.apply(advance.status);
        advance.unbind();
        money.join(advance.money, status != TrancheStatus.CANCELLED);
    }

    AdvanceMerged merged(Tranche advance, PersonId actor, Instant now) {
        return new AdvanceMerged(grant(), id(), advance.id(), actor, amount(), now);
    }

    TrancheDue becomeDue(Instant now) {
        status = Transition.BECOME_DUE.apply(status);
        return due(PersonId.SYSTEM, now);
    }

    TranchePrepared prepare(PayeeStanding payee, PersonId verifier, PersonId actor, Instant now) {
        status = Transition.PREPARE.apply(status);
        payeeVersion = payee.version();
        preparedBy = actor.value();
        return new TranchePrepared(grant(), id(), actor, verifier, payee.version(), toPay(), now);
    }

    TrancheDue giveBack(PersonId actor, Instant now) {
        status = Transition.RETURN.apply(status);
        unbind();
        return due(actor, now);
    }

    /** The next attempt; its number makes the attempt's id. */
    public TrancheReleased release(PersonId actor, Instant now) {
        status = Transition.RELEASE.apply(status);
        attempts++;
        return new TrancheReleased(grant(), id(), actor, AttemptId.of(id(), attempts), toPay(), now);
    }

    /** By the bank, and with what was set off before: both count as paid. */
    public TranchePaid pay(AttemptId attempt, Instant now) {
        status = Transition.PAY.apply(status);
        return new TranchePaid(grant(), id(), PersonId.SYSTEM, attempt, payable(), amount().minus(payable()), now);
    }

    /**
     * Some of it, or all, goes towards what the organisation owes. All of it is a payment without an attempt; the event
     * names the one of number 0, which there never is.
     */
    public Optional<TranchePaid> payBySetOff(Money amount, PersonId actor, Instant now) {
        money.setOff(amount);
        if (toPay().isPositive()) {
            return Optional.empty();
        }
        status = Transition.SET_OFF.apply(status);
        return Optional.of(paidBySetOff(actor, now));
    }

    /** Said when all that is paid of it was set off. */
    TranchePaid paidBySetOff(PersonId actor, Instant now) {
        return new TranchePaid(grant(), id(), actor, AttemptId.of(id(), 0), payable(), amount().minus(payable()), now);
    }

    public PaymentBounced bounce(AttemptId attempt, String reason, Instant now) {
        status = Transition.BOUNCE.apply(status);
        unbind();
        return new PaymentBounced(grant(), id(), PersonId.SYSTEM, attempt, toPay(), reason, now);
    }

    /** Said after a bounce, when the tranche is due again. */
    public TrancheDue dueAgain(Instant now) {
        return due(PersonId.SYSTEM, now);
    }

    /** A claim was accepted; what it comes to is worked out with what was paid in advance. */
    void accept(Money accepted) {
        if (isClaimed()) {
            throw new IllegalStateException("a claim on tranche " + id + " was accepted already");
        }
        money.accept(accepted);
    }

    /** It is settled what it comes to, or will be as soon as the bank's word on its advance is there: no claim says more. */
    boolean isClaimed() {
        return status.isFixed() || money.isAccepted() || money.awaitsAnswer();
    }

    /**
     * Comes to so much, but never to less than what was set off. When that is all, it is paid; when that is nothing, it is
     * cancelled. Returns what will not be drawn after all.
     */
    Money settle(Money payable) {
        var whole = payable.max(money.setOff());
        if (whole.equals(money.setOff())) {
            status = (whole.isPositive() ? Transition.SET_OFF : Transition.CANCEL).apply(status);
        }
        return money.settle(whole);
    }

    /** Nothing more will be paid. Returns what will not be drawn. */
    Money cancel() {
        return settle(Money.ZERO);
    }

    /**
     * Takes the shape a new version gives it, with what is left of the amount beside its advance. What is prepared,
     * released or paid does not change: the version repeats its amount, or states what is really payable of it. An
     * accepted claim is never raised. One that comes to nothing is cancelled, unless a claim has to account for its advance.
     */
    void replan(PlannedTranche planned, Money advanced) {
        if (status.isFixed()) {
            money.repeat(planned.amount());
            return;
        }
        schedule = TrancheSchedule.of(planned);
        if (status == TrancheStatus.CANCELLED) {
            money.replanCancelled(planned.amount());
            return;
        }
        money.replan(planned.amount(), advanced);
        if (payable().isZero() && (isSettled() || advanced.isZero())) {
            status = Transition.CANCEL.apply(status);
        }
    }

    /** It is known what it comes to: nothing more is said of it by a claim or a deadline. */
    boolean isSettled() {
        return status == TrancheStatus.CANCELLED || (money.isAccepted() && !money.awaitsAnswer());
    }

    /** The tranche it is paid in advance of; empty for what is planned. */
    public Optional<TrancheId> advanceOf() {
        return Optional.ofNullable(advanceOf).map(TrancheId::of);
    }

    TrancheMoney money() {
        return money;
    }

    TrancheSchedule schedule() {
        return schedule;
    }

    @Nullable
    Instant dueAt() {
        return dueAt;
    }

    /** Bound when it was prepared. */
    @Nullable
    public Integer payeeVersion() {
        return payeeVersion;
    }

    @Nullable
    PersonId preparedBy() {
        return preparedBy == null ? null : PersonId.of(preparedBy);
    }

    /** How often it was tried; the number of the newest attempt. */
    public int attempts() {
        return attempts;
    }

    public TrancheId id() {
        return TrancheId.of(id);
    }

    public GrantId grant() {
        return GrantId.of(grant);
    }

    public TrancheStatus status() {
        return status;
    }

    public Money amount() {
        return money.amount();
    }

    public Money payable() {
        return money.payable();
    }

    /** What the bank is to pay: what is payable and was not set off. */
    public Money toPay() {
        return money.toPay();
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

    private TrancheDue due(PersonId actor, Instant now) {
        dueAt = now;
        return new TrancheDue(grant(), id(), actor, toPay(), now);
    }
}
