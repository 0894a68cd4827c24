package hk.itf.disbursement.settlement;

import static hk.itf.model.NamedValue.value;

import hk.itf.disbursement.DisbursementSettings;
import hk.itf.disbursement.award.Award;
import hk.itf.disbursement.award.AwardStatus;
import hk.itf.disbursement.award.AwardTransition;
import hk.itf.disbursement.award.Awards;
import hk.itf.disbursement.commitment.AwardEnvelopes;
import hk.itf.disbursement.commitment.FundingQueue;
import hk.itf.disbursement.envelope.Envelope;
import hk.itf.disbursement.ledger.Transfer;
import hk.itf.disbursement.ledger.Transfers;
import hk.itf.disbursement.receivable.RaiseReceivable;
import hk.itf.disbursement.tranche.Tranche;
import hk.itf.disbursement.tranche.TrancheStatus;
import hk.itf.disbursement.tranche.Tranches;
import hk.itf.infra.clock.Candidate;
import hk.itf.infra.clock.HongKong;
import hk.itf.infra.eventing.Outbox;
import hk.itf.infra.timeline.Timeline;
import hk.itf.model.Wording;
import hk.itf.model.id.GrantId;
import hk.itf.model.id.PersonId;
import hk.itf.model.money.Money;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Completes the termination of an award when the bank has answered every released tranche. The paid amount above the
 * kept amount becomes owed, starting with the last tranche, and the unreleased amount returns to the envelope. Money
 * that bounces after the termination returns to the envelope, too, and is not paid again.
 */
@ApplicationScoped
public class CompleteTermination {

    private final AwardEnvelopes envelopes;
    private final Awards awards;
    private final Tranches tranches;
    private final RaiseReceivable raiseReceivable;
    private final Transfers transfers;
    private final FundingQueue queue;
    private final Timeline timeline;
    private final Outbox outbox;
    private final DisbursementSettings settings;
    private final Clock clock;

    CompleteTermination(
            AwardEnvelopes envelopes,
            Awards awards,
            Tranches tranches,
            RaiseReceivable raiseReceivable,
            Transfers transfers,
            FundingQueue queue,
            Timeline timeline,
            Outbox outbox,
            DisbursementSettings settings,
            Clock clock) {
        this.envelopes = envelopes;
        this.awards = awards;
        this.tranches = tranches;
        this.raiseReceivable = raiseReceivable;
        this.transfers = transfers;
        this.queue = queue;
        this.timeline = timeline;
        this.outbox = outbox;
        this.settings = settings;
        this.clock = clock;
    }

    /** A page of awards with an unfinished termination. They wait for the bank. */
    @Transactional
    List<Candidate<GrantId>> candidates(Optional<Candidate<GrantId>> after) {
        return awards.withUnfinishedTermination(after, settings.sweepWindow());
    }

    @Transactional
    void handle(GrantId grant) {
        var now = clock.instant();
        var envelope = envelopes.lockOpen(grant, now);
        var award = awards.lock(grant);
        if (award.isBeingTerminated()) {
            completeIfAnswered(envelope, award, now);
            queue.serve(envelope, now);
        }
    }

    /**
     * Completes the termination unless a tranche is still released. Called under the locks of the envelope and the
     * award.
     */
    @Transactional(TxType.MANDATORY)
    public void completeIfAnswered(Envelope envelope, Award award, Instant now) {
        var all = tranches.lockAllOf(award.id());
        if (all.stream().anyMatch(tranche -> tranche.status() == TrancheStatus.RELEASED)) {
            return;
        }
        if (award.status() == AwardStatus.TERMINATED) {
            decommit(envelope, award, award.decommitReturned(), now);
            timeline.record(award, Award.Act.GIVE_BACK, PersonId.SYSTEM, "returned after the termination", now);
            return;
        }
        var reclaimed = reclaim(award, all, now);
        var terminated = award.terminate(reclaimed, now);
        decommit(envelope, award, terminated.decommitted(), now);
        timeline.record(award, AwardTransition.TERMINATE, PersonId.SYSTEM, now);
        outbox.append(terminated);
    }

    /** Raises the receivables of a terminated award again, after a bounce cancelled them. */
    @Transactional(TxType.MANDATORY)
    void reclaimAgain(Award award, Instant now) {
        reclaim(award, tranches.lockAllOf(award.id()), now);
    }

    /**
     * Raises receivables on paid tranches, the last tranche first, none above the amount paid by the tranche.
     *
     * @return the amount owed back
     */
    private Money reclaim(Award award, List<Tranche> all, Instant now) {
        var reclaimed = award.amountToReclaim();
        var rest = reclaimed;
        for (var tranche : all.reversed()) {
            var owed = rest.min(raiseReceivable.reclaimable(tranche.id(), tranche.payable()));
            if (tranche.status() == TrancheStatus.PAID && owed.isPositive()) {
                raiseReceivable.handle(new RaiseReceivable.Command(
                        award,
                        tranche.id(),
                        RaiseReceivable.Cause.TERMINATION,
                        owed,
                        Wording.of(
                                "owed-because.terminated",
                                value("keep", award.money().paid().minus(rest))),
                        PersonId.SYSTEM,
                        now));
                rest = rest.minus(owed);
            }
        }
        if (rest.isPositive()) {
            throw new IllegalStateException(
                    "the paid tranches of grant %s do not cover the amount owed back; %s is missing"
                            .formatted(award.id(), rest));
        }
        return reclaimed;
    }

    private void decommit(Envelope envelope, Award award, Money decommitted, Instant now) {
        if (decommitted.isPositive()) {
            envelope.decommit(decommitted);
            transfers.post(Transfer.decommitForClosing(
                    award.id(), award.closings(), envelope.account(), decommitted, HongKong.dayOf(now)));
        }
    }
}
