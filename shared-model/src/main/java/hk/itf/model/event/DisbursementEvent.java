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
import hk.itf.model.scheme.value.LocalisedText;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * The events of disbursement-service. The actor is the system where no person acted. {@code decommitted} is the amount that the
 * event returns from the award to its envelope.
 */
@Topic(value = "itf.disbursements", source = "disbursement")
public sealed interface DisbursementEvent extends DomainEvent {

    /** An event about one grant. */
    sealed interface OfGrant extends DisbursementEvent {
        GrantId grant();

        @Override
        default AggregateKey aggregate() {
            return AggregateKey.grant(grant());
        }
    }

    /** Funds of the envelope were committed to the award, so the offer may be made. */
    @EventType("itf.award.committed.v1")
    record AwardCommitted(GrantId grant, PersonId actor, int version, Money committed, Instant committedAt)
            implements OfGrant {}

    /**
     * An approved award version waits for funds in the envelope, or for the organisation to settle overdue debt.
     *
     * @param wanted the amount to commit: the award, or the increase by the version
     * @param reason {@code FUNDS} or {@code DEBT}
     */
    @EventType("itf.award.waiting.v1")
    record AwardWaiting(GrantId grant, PersonId actor, int version, Money wanted, String reason, Instant waitingSince)
            implements OfGrant {}

    /**
     * A new award version came into force.
     *
     * @param awarded the new awarded amount
     * @param decommitted 0.00 unless the awarded amount fell
     */
    @EventType("itf.award.amended.v1")
    record AwardAmended(GrantId grant, PersonId actor, int version, Money awarded, Money decommitted, Instant amendedAt)
            implements OfGrant {}

    /**
     * The award was voided before any payment.
     *
     * @param reason for the timeline, in English
     */
    @EventType("itf.award.voided.v1")
    record AwardVoided(GrantId grant, PersonId actor, String reason, Money decommitted, Instant voidedAt)
            implements OfGrant {}

    /**
     * A second person verified bank details. The verifier takes a duty only when a tranche is prepared with the verified version.
     *
     * @param coolsOffAt the end of the cool-off period; no tranche is released to the new details before
     */
    @EventType("itf.payee.verified.v1")
    record PayeeVerified(
            OrganisationId organisation, PersonId actor, int payeeVersion, Instant verifiedAt, Instant coolsOffAt)
            implements DisbursementEvent {
        @Override
        public AggregateKey aggregate() {
            return AggregateKey.organisation(organisation);
        }
    }

    /** A tranche became due: all gates are met. Sent again after a bounce, and when the payee changed before the release. */
    @EventType("itf.tranche.due.v1")
    record TrancheDue(GrantId grant, TrancheId tranche, PersonId actor, Money amount, Instant dueAt)
            implements OfGrant {}

    /** A tranche was prepared and bound to a version of the payee. */
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

    /** A tranche was released, and the bank will be instructed. */
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
     * A tranche was paid: the bank booked the payment, or a set-off against a receivable used up the payable amount. The actor of
     * a set-off is the person who confirmed the set-off, and that counts as a release. The actor of a booking is the system,
     * which takes no duty.
     *
     * @param attempt the attempt that the bank booked; number 0 for a set-off, which the bank never sees
     * @param paid the payable amount, the amount set off included
     * @param undrawn the part of the tranche that is not payable
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

    /**
     * A payment bounced. The tranche is due again, unless its award was terminated or its accounts were settled in the meantime.
     *
     * @param reason as the bank gives it
     */
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

    /** The award was closed: every tranche is paid or cancelled. */
    @EventType("itf.award.closed.v1")
    record AwardClosed(GrantId grant, PersonId actor, Money paid, Money decommitted, Instant closedAt)
            implements OfGrant {}

    /**
     * The award was terminated. Nothing more is paid.
     *
     * @param kept the paid amount that the grantee keeps
     * @param reclaimed the paid amount that the grantee owes back
     */
    @EventType("itf.award.terminated.v1")
    record AwardTerminated(
            GrantId grant, PersonId actor, Money kept, Money reclaimed, Money decommitted, Instant terminatedAt)
            implements OfGrant {}

    /**
     * An advance was split off a tranche as a tranche of its own.
     *
     * @param advance the id of the advance, derived from the id of the tranche
     * @param rest the new amount of the tranche
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
     * An unreleased advance was merged back into its tranche.
     *
     * @param amount the new amount of the tranche
     */
    @EventType("itf.tranche.advance-merged.v1")
    record AdvanceMerged(
            GrantId grant, TrancheId tranche, TrancheId advance, PersonId actor, Money amount, Instant mergedAt)
            implements OfGrant {}

    /**
     * A receivable was raised: an unearned advance, an unspent balance, or the reclaimed amount of a termination.
     *
     * @param tranche the tranche that was overpaid
     * @param dueBy the last Hong Kong day to pay the amount back
     * @param reason why the amount is owed, for the grantee
     */
    @EventType("itf.receivable.raised.v1")
    record ReceivableRaised(
            GrantId grant,
            ReceivableId receivable,
            TrancheId tranche,
            PersonId actor,
            Money raised,
            LocalDate dueBy,
            LocalisedText reason,
            Instant raisedAt)
            implements OfGrant {}

    /**
     * A receivable was settled in part or in full.
     *
     * @param how {@code CASH}; {@code SET_OFF} against a tranche due to the same organisation; {@code BOUNCE} when the overpaid
     *     payment bounced
     * @param outstanding the amount still owed
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
