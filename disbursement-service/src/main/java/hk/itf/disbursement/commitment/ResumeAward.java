package hk.itf.disbursement.commitment;

import hk.itf.disbursement.DisbursementSettings;
import hk.itf.disbursement.award.AwardTransition;
import hk.itf.disbursement.award.AwardVersions;
import hk.itf.disbursement.award.Awards;
import hk.itf.disbursement.award.Awards.Indebted;
import hk.itf.disbursement.award.WaitingFor;
import hk.itf.infra.clock.Candidate;
import hk.itf.infra.clock.HongKong;
import hk.itf.infra.eventing.Outbox;
import hk.itf.infra.timeline.Timeline;
import hk.itf.model.id.GrantId;
import hk.itf.model.id.PersonId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * Moves an award that waited for a debt to the end of the queue of the open year. The debt is settled, or a set-off
 * against it is confirmed. The award is committed at once when nobody waits and the envelope has enough free.
 */
@ApplicationScoped
class ResumeAward {

    private final AwardEnvelopes envelopes;
    private final Awards awards;
    private final AwardVersions versions;
    private final FundingQueue queue;
    private final Timeline timeline;
    private final Outbox outbox;
    private final DisbursementSettings settings;
    private final Clock clock;

    ResumeAward(
            AwardEnvelopes envelopes,
            Awards awards,
            AwardVersions versions,
            FundingQueue queue,
            Timeline timeline,
            Outbox outbox,
            DisbursementSettings settings,
            Clock clock) {
        this.envelopes = envelopes;
        this.awards = awards;
        this.versions = versions;
        this.queue = queue;
        this.timeline = timeline;
        this.outbox = outbox;
        this.settings = settings;
        this.clock = clock;
    }

    /** A page of awards that wait until an overdue debt is settled. */
    @Transactional
    List<Candidate<Indebted>> candidates(Optional<Candidate<Indebted>> after) {
        return awards.waitingForDebt(HongKong.dayOf(clock.instant()), after, settings.sweepWindow());
    }

    /** Checks the debt again under the locks, because another receivable can have become overdue. */
    @Transactional
    void handle(GrantId grant) {
        var now = clock.instant();
        var envelope = envelopes.lockOpen(grant, now);
        var award = awards.lock(grant);
        if (!award.waitsFor(WaitingFor.DEBT) || awards.hasOverdueDebt(award.grantee(), HongKong.dayOf(now))) {
            return;
        }
        award.rejoin(envelope.id(), awards.nextQueuePosition());
        timeline.record(award, AwardTransition.REJOIN, PersonId.SYSTEM, now);
        queue.serve(envelope, now);
        if (award.waitsFor(WaitingFor.FUNDS)) {
            outbox.append(award.waiting(versions.fundingNeedOf(award), now));
        }
    }
}
