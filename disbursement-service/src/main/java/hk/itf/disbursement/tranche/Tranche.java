package hk.itf.disbursement.tranche;

import hk.itf.disbursement.payee.PayeeStanding;
import hk.itf.infra.duty.Tracked;
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
import hk.itf.model.scheme.DateRange;
import hk.itf.model.scheme.PlannedTranche;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An instalment of an award. Scheduled with the first version, it becomes due when its gates are met, is prepared by one
 * person and released by another, and paid when the bank has booked it; a bounce makes it due again. What it would have
 * paid and will not is undrawn. It keeps its id through all versions, and while it is prepared, released or paid no
 * version changes it.
 */
@Entity
@Table(name = "tranche")
public class Tranche extends Tracked {

    @Id
    private UUID id;

    @Column(name = "grant_id", nullable = false)
    private UUID grant;

    @Column(name = "number", nullable = false)
    private int number;

    @Column(name = "amount_cents", nullable = false)
    private long amountCents;

    @Column(name = "payable_cents", nullable = false)
    private long payableCents;

    @Column(name = "accepted_cents")
    private @Nullable Long acceptedCents;

    @Column(name = "period_from", nullable = false)
    private LocalDate periodFrom;

    @Column(name = "period_to", nullable = false)
    private LocalDate periodTo;

    @Column(name = "claim_by", nullable = false)
    private LocalDate claimBy;

    @Enumerated(EnumType.STRING)
    @Column(name = "status", nullable = false)
    private TrancheStatus status;

    @Column(name = "due_at")
    private @Nullable Instant dueAt;

    @Column(name = "payee_version")
    private @Nullable Integer payeeVersion;

    @Column(name = "prepared_by")
    private @Nullable UUID preparedBy;

    @Column(name = "attempts", nullable = false)
    private int attempts;

    private record State(
            TrancheStatus status,
            long amount,
            long payable,
            @Nullable Long accepted,
            @Nullable Integer payeeVersion,
            @Nullable UUID preparedBy,
            int attempts) {}

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected Tranche() {}

    /** As planned. One without money is cancelled from the start: there is nothing to claim. */
    static Tranche scheduled(GrantId grant, PlannedTranche planned) {
        var tranche = new Tranche();
        tranche.id = planned.id().value();
        tranche.grant = grant.value();
        tranche.status = planned.amount().isPositive() ? TrancheStatus.SCHEDULED : TrancheStatus.CANCELLED;
        tranche.plan(planned);
        tranche.payableCents = planned.amount().cents();
        return tranche;
    }

    TrancheDue becomeDue(Instant now) {
        status = Transition.BECOME_DUE.apply(status);
        return due(PersonId.SYSTEM, now);
    }

    TranchePrepared prepare(PayeeStanding payee, PersonId verifier, PersonId actor, Instant now) {
        status = Transition.PREPARE.apply(status);
        payeeVersion = payee.version();
        preparedBy = actor.value();
        return new TranchePrepared(grant(), id(), actor, verifier, payee.version(), payable(), now);
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
        return new TrancheReleased(grant(), id(), actor, AttemptId.of(id(), attempts), payable(), now);
    }

    public TranchePaid pay(AttemptId attempt, Instant now) {
        status = Transition.PAY.apply(status);
        return new TranchePaid(grant(), id(), PersonId.SYSTEM, attempt, payable(), amount().minus(payable()), now);
    }

    public PaymentBounced bounce(AttemptId attempt, String reason, Instant now) {
        status = Transition.BOUNCE.apply(status);
        unbind();
        return new PaymentBounced(grant(), id(), PersonId.SYSTEM, attempt, payable(), reason, now);
    }

    /** Said after a bounce, when the tranche is due again. */
    public TrancheDue dueAgain(Instant now) {
        return due(PersonId.SYSTEM, now);
    }

    /** A claim was accepted for so much; nothing at all cancels it. Returns what will not be drawn after all. */
    Money accept(Money accepted) {
        if (isFixed() || acceptedCents != null) {
            throw new IllegalStateException("a claim on tranche " + id + " was accepted already");
        }
        if (accepted.isNegative() || accepted.exceeds(amount())) {
            throw new IllegalStateException("a claim on tranche " + id + " was accepted for more than the tranche");
        }
        if (accepted.isZero()) {
            return cancel();
        }
        var undrawn = payable().minus(accepted);
        acceptedCents = accepted.cents();
        payableCents = accepted.cents();
        return undrawn;
    }

    /** Nothing will be paid. Returns what will not be drawn. */
    Money cancel() {
        status = Transition.CANCEL.apply(status);
        var undrawn = payable();
        payableCents = 0;
        return undrawn;
    }

    /**
     * Takes the shape a new version gives it. What is prepared, released or paid does not change: the version repeats
     * its amount, or states what is really payable of it. An accepted claim is never raised.
     */
    void replan(PlannedTranche planned) {
        if (isFixed()) {
            if (!planned.amount().equals(amount()) && !planned.amount().equals(payable())) {
                throw new IllegalStateException("a version may not change tranche " + id + ", which is " + status);
            }
            amountCents = planned.amount().cents();
            return;
        }
        plan(planned);
        if (status == TrancheStatus.CANCELLED) {
            return;
        }
        payableCents = acceptedCents == null ? amountCents : Math.min(acceptedCents, amountCents);
        if (payableCents == 0) {
            status = Transition.CANCEL.apply(status);
        }
    }

    /** A live or booked attempt, or about to have one. */
    boolean isFixed() {
        return switch (status) {
            case PREPARED, RELEASED, PAID -> true;
            case SCHEDULED, DUE, CANCELLED -> false;
        };
    }

    boolean hasAcceptedClaim() {
        return acceptedCents != null;
    }

    /** How often it was tried; the number of the newest attempt. */
    public int attempts() {
        return attempts;
    }

    /** Bound when it was prepared. */
    public int boundPayee() {
        return Objects.requireNonNull(payeeVersion, "not prepared");
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
        return Money.ofCents(amountCents);
    }

    public Money payable() {
        return Money.ofCents(payableCents);
    }

    TrancheView view(Readiness readiness) {
        return new TrancheView(
                id(),
                grant(),
                number,
                status.name(),
                amount(),
                acceptedCents == null ? null : Money.ofCents(acceptedCents),
                payable(),
                new DateRange(periodFrom, periodTo),
                claimBy,
                dueAt,
                payeeVersion,
                preparedBy == null ? null : PersonId.of(preparedBy),
                attempts,
                readiness.gates(),
                readiness.holds(),
                version());
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
        return new State(status, amountCents, payableCents, acceptedCents, payeeVersion, preparedBy, attempts);
    }

    private void plan(PlannedTranche planned) {
        number = planned.number();
        amountCents = planned.amount().cents();
        periodFrom = planned.period().from();
        periodTo = planned.period().to();
        claimBy = planned.claimBy();
    }

    private void unbind() {
        payeeVersion = null;
        preparedBy = null;
    }

    private TrancheDue due(PersonId actor, Instant now) {
        dueAt = now;
        return new TrancheDue(grant(), id(), actor, payable(), now);
    }
}
