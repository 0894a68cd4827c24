package hk.itf.disbursement.commitment;

import hk.itf.disbursement.award.Award;
import hk.itf.disbursement.award.AwardVersion;
import hk.itf.disbursement.award.AwardVersions;
import hk.itf.disbursement.award.Awards;
import hk.itf.disbursement.award.WaitingFor;
import hk.itf.disbursement.envelope.Envelope;
import hk.itf.infra.duty.Timeline;
import hk.itf.infra.eventing.Outbox;
import hk.itf.model.event.AssessmentEvent.AmendmentApproved;
import hk.itf.model.scheme.tranche.PlannedTranche;
import hk.itf.model.scheme.tranche.TranchePlan;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;

/**
 * A version that promises more takes its place at the end of the queue of the open year, behind whoever waits there, and is committed in full when its turn and the money are there, often at once. Until then the award runs on with
 * the version in force. It keeps what was promised before and adds to it.
 */
@ApplicationScoped
public class IncreaseAward {

    private final Awards awards;
    private final AwardVersions versions;
    private final FundingQueue queue;
    private final Timeline timeline;
    private final Outbox outbox;

    IncreaseAward(Awards awards, AwardVersions versions, FundingQueue queue, Timeline timeline, Outbox outbox) {
        this.awards = awards;
        this.versions = versions;
        this.queue = queue;
        this.timeline = timeline;
        this.outbox = outbox;
    }

    /** Called under the locks of the envelope of the open year and the award. */
    @Transactional(TxType.MANDATORY)
    public void handle(Envelope open, Award award, AwardVersion inForce, AmendmentApproved amendment, Instant now) {
        requireKept(inForce.plan(), amendment.plan());
        versions.raise(inForce, amendment.plan(), amendment.actor(), now);
        award.waitForMore(open.id(), awards.nextQueuePosition());
        timeline.record(award, Award.Act.RAISE, amendment.actor(), "amendment " + amendment.amendment(), now);
        queue.setAsideIfInDebt(award, now);
        queue.serve(open, now);
        if (award.waitsFor(WaitingFor.FUNDS)) {
            outbox.append(award.waiting(versions.wanted(award), now));
        }
    }

    /** The award is ended: nothing more is promised after all. */
    @Transactional(TxType.MANDATORY)
    public void giveUp(Award award, AmendmentApproved termination, Instant now) {
        if (award.isWaitingForMore()) {
            versions.newest(award.id()).voidIt();
            versions.flush();
            award.waitNoMore();
            timeline.record(
                    award, Award.Act.GIVE_UP, termination.actor(), "what a later version would have promised", now);
        }
    }

    private static void requireKept(TranchePlan before, TranchePlan after) {
        for (var planned : before.tranches()) {
            if (after.tranche(planned.id())
                    .map(PlannedTranche::amount)
                    .filter(planned.amount()::equals)
                    .isEmpty()) {
                throw new IllegalStateException(
                        "a version that promises more keeps tranche " + planned.id() + " as it was promised");
            }
        }
    }
}
