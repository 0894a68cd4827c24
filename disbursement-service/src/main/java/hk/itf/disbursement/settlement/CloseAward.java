package hk.itf.disbursement.settlement;

import hk.itf.disbursement.DisbursementSettings;
import hk.itf.disbursement.award.AwardTransition;
import hk.itf.disbursement.award.Awards;
import hk.itf.disbursement.commitment.AwardEnvelopes;
import hk.itf.disbursement.commitment.FundingQueue;
import hk.itf.disbursement.ledger.Transfer;
import hk.itf.disbursement.ledger.Transfers;
import hk.itf.disbursement.tranche.Tranches;
import hk.itf.infra.clock.Candidate;
import hk.itf.infra.clock.HongKong;
import hk.itf.infra.eventing.Outbox;
import hk.itf.infra.timeline.Timeline;
import hk.itf.model.id.GrantId;
import hk.itf.model.id.PersonId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Closes an award when all of its tranches are paid or cancelled. The unpaid rest returns to the envelope, and the
 * funding queue is served from the envelope.
 */
@ApplicationScoped
class CloseAward {

    private final AwardEnvelopes envelopes;
    private final Awards awards;
    private final Tranches tranches;
    private final Transfers transfers;
    private final FundingQueue queue;
    private final Timeline timeline;
    private final Outbox outbox;
    private final DisbursementSettings settings;
    private final Clock clock;

    CloseAward(
            AwardEnvelopes envelopes,
            Awards awards,
            Tranches tranches,
            Transfers transfers,
            FundingQueue queue,
            Timeline timeline,
            Outbox outbox,
            DisbursementSettings settings,
            Clock clock) {
        this.envelopes = envelopes;
        this.awards = awards;
        this.tranches = tranches;
        this.transfers = transfers;
        this.queue = queue;
        this.timeline = timeline;
        this.outbox = outbox;
        this.settings = settings;
        this.clock = clock;
    }

    /** A page of awards whose tranches are all paid or cancelled. They wait for a next stage. */
    @Transactional
    List<Candidate<GrantId>> candidates(Optional<Candidate<GrantId>> after) {
        return awards.withoutOpenTranche(nextStageSince(clock.instant()), after, settings.sweepWindow());
    }

    /** Locks the award and checks again, because a payment may have bounced since the candidates were read. */
    @Transactional
    void handle(GrantId grant) {
        var now = clock.instant();
        var envelope = envelopes.lockOpen(grant, now);
        var award = awards.lock(grant);
        if (!award.permits(AwardTransition.CLOSE)
                || award.isBeingTerminated()
                || awards.mayHaveNextStage(grant, nextStageSince(now))
                || !tranches.lockAllOf(grant).stream()
                        .allMatch(tranche -> tranche.status().isOver())) {
            return;
        }
        var closed = award.close(now);
        if (closed.decommitted().isPositive()) {
            envelope.decommit(closed.decommitted());
            transfers.post(Transfer.decommitForClosing(
                    grant, award.closings(), envelope.account(), closed.decommitted(), HongKong.dayOf(now)));
        }
        timeline.record(award, AwardTransition.CLOSE, PersonId.SYSTEM, now);
        outbox.append(closed);
        queue.serve(envelope, now);
    }

    /** Awards with a claim deadline or passed stage gate before this day no longer wait for a next stage. */
    private LocalDate nextStageSince(Instant now) {
        return HongKong.dayOf(now).minusDays(settings.nextStageWithinDays());
    }
}
