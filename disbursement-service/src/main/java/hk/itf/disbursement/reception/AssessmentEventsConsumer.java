package hk.itf.disbursement.reception;

import hk.itf.disbursement.commitment.CommitAward;
import hk.itf.disbursement.commitment.FollowStages;
import hk.itf.disbursement.settlement.AcceptClaim;
import hk.itf.disbursement.settlement.RecordRejectedClaim;
import hk.itf.disbursement.trancheplan.AmendAward;
import hk.itf.infra.eventing.EventsConsumer;
import hk.itf.infra.eventing.Reception;
import hk.itf.model.event.AssessmentEvent;
import hk.itf.model.event.AssessmentEvent.AmendmentApproved;
import hk.itf.model.event.AssessmentEvent.AmendmentDeclined;
import hk.itf.model.event.AssessmentEvent.ApplicationApproved;
import hk.itf.model.event.AssessmentEvent.ApplicationDeclined;
import hk.itf.model.event.AssessmentEvent.ApplicationFoundIneligible;
import hk.itf.model.event.AssessmentEvent.AssessmentStarted;
import hk.itf.model.event.AssessmentEvent.ClaimAccepted;
import hk.itf.model.event.AssessmentEvent.ClaimRejected;
import hk.itf.model.event.AssessmentEvent.ClarificationRequested;
import hk.itf.model.event.AssessmentEvent.InformationComplete;
import hk.itf.model.event.AssessmentEvent.ReviewTaskEnded;
import hk.itf.model.event.AssessmentEvent.ReviewTaskTaken;
import hk.itf.model.event.AssessmentEvent.StageGateFailed;
import hk.itf.model.event.AssessmentEvent.StageGatePassed;
import jakarta.enterprise.context.ApplicationScoped;

/** Hands each event of assessment-service to its use case. */
@ApplicationScoped
class AssessmentEventsConsumer implements EventsConsumer<AssessmentEvent> {

    private final FollowStages followStages;
    private final CommitAward commitAward;
    private final AcceptClaim acceptClaim;
    private final RecordRejectedClaim recordRejectedClaim;
    private final AmendAward amendAward;

    AssessmentEventsConsumer(
            FollowStages followStages,
            CommitAward commitAward,
            AcceptClaim acceptClaim,
            RecordRejectedClaim recordRejectedClaim,
            AmendAward amendAward) {
        this.followStages = followStages;
        this.commitAward = commitAward;
        this.acceptClaim = acceptClaim;
        this.recordRejectedClaim = recordRejectedClaim;
        this.amendAward = amendAward;
    }

    @Override
    public Class<AssessmentEvent> family() {
        return AssessmentEvent.class;
    }

    @Override
    public Reception on(AssessmentEvent event) {
        return switch (event) {
            case ApplicationApproved approved -> commitAward.handle(approved);
            case ClaimAccepted accepted -> acceptClaim.handle(accepted);
            case ClaimRejected rejected -> recordRejectedClaim.handle(rejected);
            case ApplicationFoundIneligible found -> Reception.APPLIED;
            case AmendmentApproved approved -> {
                var reception = amendAward.handle(approved);
                if (!(reception instanceof Reception.Early)) { // an early event is received again
                    followStages.on(approved);
                }
                yield reception;
            }
            case AmendmentDeclined declined -> {
                followStages.on(declined);
                yield Reception.APPLIED;
            }
            case StageGatePassed passed -> followStages.on(passed);
            case StageGateFailed failed -> {
                followStages.on(failed);
                yield Reception.APPLIED;
            }
            // A declined application has no award.
            case ApplicationDeclined noUse -> Reception.APPLIED;
            // The steps of vetting do not move money.
            case AssessmentStarted noUse -> Reception.APPLIED;
            case InformationComplete noUse -> Reception.APPLIED;
            case ReviewTaskTaken noUse -> Reception.APPLIED;
            case ReviewTaskEnded noUse -> Reception.APPLIED;
            case ClarificationRequested noUse -> Reception.APPLIED;
        };
    }
}
