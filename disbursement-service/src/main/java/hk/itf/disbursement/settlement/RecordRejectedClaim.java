package hk.itf.disbursement.settlement;

import hk.itf.infra.eventing.Reception;
import hk.itf.infra.timeline.Timeline;
import hk.itf.model.event.AssessmentEvent.ClaimRejected;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;

/** Records a rejected claim on the timeline. The grantee can refile the claim until the claim deadline. */
@ApplicationScoped
public class RecordRejectedClaim {

    private final Timeline timeline;
    private final Clock clock;

    RecordRejectedClaim(Timeline timeline, Clock clock) {
        this.timeline = timeline;
        this.clock = clock;
    }

    @Transactional
    public Reception handle(ClaimRejected claim) {
        timeline.note(
                claim.grant(),
                "tranche/" + claim.tranche(),
                "REJECT_CLAIM",
                claim.actor(),
                "claim " + claim.claim(),
                clock.instant());
        return Reception.APPLIED;
    }
}
