package hk.itf.disbursement.commitment;

import hk.itf.disbursement.award.Award;
import hk.itf.disbursement.award.AwardVersion;
import hk.itf.disbursement.award.AwardVersions;
import hk.itf.disbursement.award.Awards;
import hk.itf.disbursement.award.WaitingFor;
import hk.itf.disbursement.envelope.Envelope;
import hk.itf.infra.eventing.Outbox;
import hk.itf.infra.timeline.Timeline;
import hk.itf.model.event.AssessmentEvent.AmendmentApproved;
import hk.itf.model.scheme.tranche.PlannedTranche;
import hk.itf.model.scheme.tranche.TranchePlan;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;

/**
 * Adds a version with a higher amount at the end of the queue of the open year. The version is committed in full when
 * its turn comes and the envelope has enough free. The version in force stays in force until then. A higher version
 * keeps every tranche of the version in force and adds new ones.
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

    /** Adds the version. The caller holds the locks of the open envelope and of the award. */
    @Transactional(TxType.MANDATORY)
    public void handle(Envelope open, Award award, AwardVersion inForce, AmendmentApproved amendment, Instant now) {
        requireTranchesKept(inForce.plan(), amendment.plan());
        versions.addIncrease(inForce, amendment.plan(), amendment.actor(), now);
        award.waitForIncrease(open.id(), awards.nextQueuePosition());
        timeline.record(award, Award.Act.RAISE, amendment.actor(), "amendment " + amendment.amendment(), now);
        queue.setAsideIfInDebt(award, now);
        queue.serve(open, now);
        if (award.waitsFor(WaitingFor.FUNDS)) {
            outbox.append(award.waiting(versions.fundingNeedOf(award), now));
        }
    }

    /** Voids a version that waits, because the award is being terminated. */
    @Transactional(TxType.MANDATORY)
    public void cancelIncrease(Award award, AmendmentApproved termination, Instant now) {
        if (award.isWaitingForIncrease()) {
            versions.newest(award.id()).voidVersion();
            versions.flush();
            award.cancelIncrease();
            timeline.record(award, Award.Act.GIVE_UP, termination.actor(), "the increase that waited for funds", now);
        }
    }

    private static void requireTranchesKept(TranchePlan before, TranchePlan after) {
        for (var planned : before.tranches()) {
            if (after.tranche(planned.id())
                    .map(PlannedTranche::amount)
                    .filter(planned.amount()::equals)
                    .isEmpty()) {
                throw new IllegalStateException(
                        "a version with a higher amount keeps tranche " + planned.id() + " with its amount");
            }
        }
    }
}
