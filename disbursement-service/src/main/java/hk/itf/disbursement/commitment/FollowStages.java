package hk.itf.disbursement.commitment;

import hk.itf.disbursement.filing.FiledClaims;
import hk.itf.infra.clock.HongKong;
import hk.itf.infra.eventing.Reception;
import hk.itf.model.event.AmendmentKind;
import hk.itf.model.event.ApplicationEvent.AmendmentSubmitted;
import hk.itf.model.event.ApplicationEvent.AmendmentWithdrawn;
import hk.itf.model.event.ApplicationEvent.ClaimSubmitted;
import hk.itf.model.event.ApplicationEvent.ClaimWithdrawn;
import hk.itf.model.event.AssessmentEvent.AmendmentApproved;
import hk.itf.model.event.AssessmentEvent.AmendmentDeclined;
import hk.itf.model.event.AssessmentEvent.StageGateFailed;
import hk.itf.model.event.AssessmentEvent.StageGatePassed;
import hk.itf.model.scheme.tranche.ClaimKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;

/**
 * Records requests for a next stage: stage gate claims and next-stage amendments. An award with such a request stays
 * open, because a closed award cannot be amended.
 */
@ApplicationScoped
public class FollowStages {

    private final StageRequests requests;
    private final FiledClaims filings;
    private final Clock clock;

    FollowStages(StageRequests requests, FiledClaims filings, Clock clock) {
        this.requests = requests;
        this.filings = filings;
        this.clock = clock;
    }

    @Transactional
    public void on(ClaimSubmitted claim) {
        if (claim.filing().kind() == ClaimKind.STAGE_GATE) {
            requests.submitted(claim.grant(), claim.claim().value());
        }
    }

    @Transactional
    public void on(ClaimWithdrawn claim) {
        requests.withdrawn(claim.claim().value());
    }

    /** @throws IllegalStateException when the decision is not about the filing that it names */
    @Transactional
    public Reception on(StageGatePassed passed) {
        var filing = filings.find(passed.grant(), passed.claim(), passed.filing());
        if (filing.isEmpty()) {
            return Reception.earlyWithoutFiling();
        }
        filing.get().requireAgreement(passed);
        requests.answered(passed.grant(), passed.claim().value());
        requests.passed(passed.claim().value(), HongKong.dayOf(clock.instant()));
        return Reception.APPLIED;
    }

    @Transactional
    public void on(StageGateFailed failed) {
        requests.answered(failed.grant(), failed.claim().value());
    }

    @Transactional
    public void on(AmendmentSubmitted amendment) {
        if (amendment.filing().kind() == AmendmentKind.NEXT_STAGE) {
            requests.submitted(amendment.grant(), amendment.amendment().value());
        }
    }

    @Transactional
    public void on(AmendmentWithdrawn amendment) {
        requests.withdrawn(amendment.amendment().value());
    }

    @Transactional
    public void on(AmendmentApproved amendment) {
        if (amendment.kind() == AmendmentKind.NEXT_STAGE) {
            requests.answered(amendment.grant(), amendment.amendment().value());
        }
    }

    /**
     * Counts the answer for every kind of amendment, because the event does not name the kind. Only requests of a next
     * stage were counted before.
     */
    @Transactional
    public void on(AmendmentDeclined amendment) {
        requests.answered(amendment.grant(), amendment.amendment().value());
    }
}
