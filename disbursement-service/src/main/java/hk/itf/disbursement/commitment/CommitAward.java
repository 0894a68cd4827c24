package hk.itf.disbursement.commitment;

import hk.itf.disbursement.award.Award;
import hk.itf.disbursement.award.AwardStatus;
import hk.itf.disbursement.award.AwardVersion;
import hk.itf.disbursement.award.AwardVersions;
import hk.itf.disbursement.award.Awards;
import hk.itf.disbursement.award.WaitingFor;
import hk.itf.disbursement.envelope.Envelopes;
import hk.itf.disbursement.filing.FiledApplications;
import hk.itf.infra.eventing.Outbox;
import hk.itf.infra.eventing.Reception;
import hk.itf.infra.timeline.Timeline;
import hk.itf.model.event.AssessmentEvent.ApplicationApproved;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;

/**
 * Records an approval at the end of the queue of the open year and serves the queue. The award is committed at once
 * when nobody waits and the envelope has enough free. It waits outside the queue while its organisation has overdue
 * debt. An approval is never refused, but it needs the word of two services: it waits until applications-service has told about the
 * filing that it names, and cannot be applied when it differs from that filing.
 */
@ApplicationScoped
public class CommitAward {

    private final Envelopes envelopes;
    private final Awards awards;
    private final AwardVersions versions;
    private final FundingQueue queue;
    private final FiledApplications filings;
    private final Timeline timeline;
    private final Outbox outbox;
    private final Clock clock;

    CommitAward(
            Envelopes envelopes,
            Awards awards,
            AwardVersions versions,
            FundingQueue queue,
            FiledApplications filings,
            Timeline timeline,
            Outbox outbox,
            Clock clock) {
        this.envelopes = envelopes;
        this.awards = awards;
        this.versions = versions;
        this.queue = queue;
        this.filings = filings;
        this.timeline = timeline;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Transactional
    public Reception handle(ApplicationApproved approved) {
        if (approved.awarded().isZero() && approved.plan().tranches().isEmpty()) {
            return Reception.late("no money is granted");
        }
        // before the envelope is locked: a forged approval must not open or hold one
        var filing = filings.find(approved);
        if (filing.isEmpty()) {
            return AwardReception.TABLE.withoutFiling(approved);
        }
        var now = clock.instant();
        var envelope = envelopes.lockOpen(approved.scheme().id(), now);
        var known = awards.lockIfPresent(approved.grant());
        var reception = AwardReception.TABLE.of(known, approved);
        if (!reception.isApplied()) {
            known.filter(award -> award.status() == AwardStatus.VOIDED)
                    .ifPresent(voided -> voidOnApproval(voided, approved, now));
            return reception;
        }
        filing.get().requireAgreement(approved);
        var award = Award.approved(approved, envelope.id(), awards.nextQueuePosition(), now);
        awards.add(award);
        versions.add(AwardVersion.first(award.id(), approved.plan(), approved.actor(), now));
        timeline.record(award, Award.Act.APPROVE, approved.actor(), now);
        queue.setAsideIfInDebt(award, now);
        queue.serve(envelope, now);
        if (award.waitsFor(WaitingFor.FUNDS)) {
            outbox.append(award.waiting(versions.fundingNeedOf(award), now));
        }
        return reception;
    }

    /**
     * Tells the other services that the award is void. The earlier withdrawal could not say so, because no award
     * existed.
     */
    private void voidOnApproval(Award voided, ApplicationApproved approved, Instant now) {
        timeline.note(voided.id(), "award", "VOID", approved.actor(), "the approval met an earlier withdrawal", now);
        outbox.append(voided.voidOnApproval(approved.actor(), now));
    }
}
