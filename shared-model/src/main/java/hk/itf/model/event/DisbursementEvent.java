package hk.itf.model.event;

import hk.itf.model.duty.Duty;
import hk.itf.model.duty.TakenDuty;
import hk.itf.model.id.AttemptId;
import hk.itf.model.id.GrantId;
import hk.itf.model.id.OrganisationId;
import hk.itf.model.id.PersonId;
import hk.itf.model.id.ReceivableId;
import hk.itf.model.id.TrancheId;
import hk.itf.model.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** Everything other services may learn from disbursement-service. */
@Topic("itf.disbursements")
public sealed interface DisbursementEvent extends DomainEvent {

    /** An event about one grant. */
    sealed interface OfGrant extends DisbursementEvent {
        GrantId grant();

        @Override
        default AggregateKey aggregate() {
            return AggregateKey.grant(grant());
        }
    }

    /** The money of this version is set aside: the offer may be made. */
    @EventType("itf.award.committed.v1")
    record AwardCommitted(GrantId grant, PersonId actor, int version, Money committed, Instant committedAt)
            implements OfGrant {}

    /** A version is approved and waits, by its reason for funds in the envelope or for a debt of the organisation to be settled. */
    @EventType("itf.award.waiting.v1")
    record AwardWaiting(GrantId grant, PersonId actor, int version, Money wanted, String reason, Instant waitingSince)
            implements OfGrant {}

    /** Another version of the award is in force. */
    @EventType("itf.award.amended.v1")
    record AwardAmended(GrantId grant, PersonId actor, int version, Money awarded, Money decommitted, Instant amendedAt)
            implements OfGrant {}

    /** Nothing is promised any more and nothing was paid. */
    @EventType("itf.award.voided.v1")
    record AwardVoided(GrantId grant, PersonId actor, String reason, Money decommitted, Instant voidedAt)
            implements OfGrant {}

    /** A second person has verified bank details; they cool off until then. */
    @EventType("itf.payee.verified.v1")
    record PayeeVerified(
            OrganisationId organisation, PersonId actor, int payeeVersion, Instant verifiedAt, Instant coolsOffAt)
            implements DisbursementEvent {
        @Override
        public AggregateKey aggregate() {
            return AggregateKey.organisation(organisation);
        }
    }

    /** Every gate is met; finance may prepare it. Also after a bounce or a payee change. */
    @EventType("itf.tranche.due.v1")
    record TrancheDue(GrantId grant, TrancheId tranche, PersonId actor, Money amount, Instant dueAt)
            implements OfGrant {}

    /** Checked and bound to a payee version by the preparer. */
    @EventType("itf.tranche.prepared.v1")
    record TranchePrepared(
            GrantId grant,
            TrancheId tranche,
            PersonId actor,
            PersonId payeeVerifiedBy,
            int payeeVersion,
            Money amount,
            Instant preparedAt)
            implements OfGrant {
        @Override
        public List<TakenDuty> duties() {
            return Stream.concat(
                            TakenDuty.by(actor, grant, Duty.PREPARED).stream(),
                            TakenDuty.by(payeeVerifiedBy, grant, Duty.VERIFIED_PAYEE).stream())
                    .toList();
        }
    }

    /** Ordered; the bank will be told. */
    @EventType("itf.tranche.released.v1")
    record TrancheReleased(
            GrantId grant, TrancheId tranche, PersonId actor, AttemptId attempt, Money released, Instant releasedAt)
            implements OfGrant {
        @Override
        public List<TakenDuty> duties() {
            return TakenDuty.by(actor, grant, Duty.RELEASED);
        }
    }

    /**
     * The bank has booked the payment, or a debt was set off against all of it. The actor of a set-off is the person who
     * confirmed it, which counts as a release; the actor of a booking is the system.
     */
    @EventType("itf.tranche.paid.v1")
    record TranchePaid(
            GrantId grant,
            TrancheId tranche,
            PersonId actor,
            AttemptId attempt,
            Money paid,
            Money undrawn,
            Instant paidAt)
            implements OfGrant {
        @Override
        public List<TakenDuty> duties() {
            return TakenDuty.by(actor, grant, Duty.RELEASED);
        }
    }

    /** The money came back; the tranche is due again, unless its award has been ended or settled since. */
    @EventType("itf.payment.bounced.v1")
    record PaymentBounced(
            GrantId grant,
            TrancheId tranche,
            PersonId actor,
            AttemptId attempt,
            Money returned,
            String reason,
            Instant bouncedAt)
            implements OfGrant {}

    /** Nothing more will be paid. */
    @EventType("itf.award.closed.v1")
    record AwardClosed(GrantId grant, PersonId actor, Money paid, Money decommitted, Instant closedAt)
            implements OfGrant {}

    /**
     * The grant was ended: nothing more is paid.
     *
     * @param kept what the grantee has of it and keeps
     * @param reclaimed what was paid beyond that and is owed back
     */
    @EventType("itf.award.terminated.v1")
    record AwardTerminated(
            GrantId grant, PersonId actor, Money kept, Money reclaimed, Money decommitted, Instant terminatedAt)
            implements OfGrant {}

    /**
     * A part of a tranche is paid in advance, as a tranche of its own.
     *
     * @param advance {@code tranche.advance()}
     * @param rest what the tranche itself comes to now
     */
    @EventType("itf.tranche.advance-split.v1")
    record AdvanceSplit(
            GrantId grant,
            TrancheId tranche,
            TrancheId advance,
            PersonId actor,
            Money advanced,
            Money rest,
            Instant splitAt)
            implements OfGrant {}

    /**
     * An advance that was never released is part of its tranche again.
     *
     * @param amount what the tranche comes to now
     */
    @EventType("itf.tranche.advance-merged.v1")
    record AdvanceMerged(
            GrantId grant, TrancheId tranche, TrancheId advance, PersonId actor, Money amount, Instant mergedAt)
            implements OfGrant {}

    /**
     * The grantee owes money back: an advance that was not earned, an unspent balance, what a termination claws back.
     *
     * @param tranche what was overpaid
     * @param dueBy the last day (Hong Kong) on which it may be paid back in time
     */
    @EventType("itf.receivable.raised.v1")
    record ReceivableRaised(
            GrantId grant,
            ReceivableId receivable,
            TrancheId tranche,
            PersonId actor,
            Money raised,
            LocalDate dueBy,
            String reason,
            Instant raisedAt)
            implements OfGrant {}

    /**
     * Some of what was owed has come back.
     *
     * @param how {@code CASH}; {@code SET_OFF} against money that was due to the same organisation; {@code BOUNCE} when the
     *     payment itself came back
     * @param outstanding what is still owed
     */
    @EventType("itf.receivable.settled.v1")
    record ReceivableSettled(
            GrantId grant,
            ReceivableId receivable,
            PersonId actor,
            Money settled,
            Money outstanding,
            String how,
            Instant settledAt)
            implements OfGrant {}
}
