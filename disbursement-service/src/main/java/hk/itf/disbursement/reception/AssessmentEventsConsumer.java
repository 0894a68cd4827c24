package hk.itf.disbursement.reception;

import hk.itf.disbursement.award.CommitAward;
import hk.itf.disbursement.award.FollowStages;
import hk.itf.disbursement.tranche.AcceptClaim;
import hk.itf.disbursement.tranche.AmendAward;
import hk.itf.disbursement.tranche.RecordRejectedClaim;
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

/** What decisions mean for the money. */
@ApplicationScoped
public class AssessmentEventsConsumer implements EventsConsumer<AssessmentEvent> {

    private final FollowStages followStages;
    private final LearnDuties learnDuties;
    private final CommitAward commitAward;
    private final AcceptClaim acceptClaim;
    private final RecordRejectedClaim recordRejectedClaim;
    private final AmendAward amendAward;

    AssessmentEventsConsumer(
            FollowStages followStages,
            LearnDuties learnDuties,
            CommitAward commitAward,
            AcceptClaim acceptClaim,
            RecordRejectedClaim recordRejectedClaim,
            AmendAward amendAward) {
        this.followStages = followStages;
        this.learnDuties = learnDuties;
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
            case ApplicationApproved approved -> {
                learnDuties.from(approved);
                yield commitAward.handle(approved);
            }
            case ClaimAccepted accepted -> {
                learnDuties.from(accepted);
                yield acceptClaim.handle(accepted);
            }
            case ClaimRejected rejected -> {
                learnDuties.from(rejected);
                yield recordRejectedClaim.handle(rejected);
            }
            case ApplicationFoundIneligible found -> {
                learnDuties.from(found);
                yield Reception.APPLIED;
            }
            case AmendmentApproved approved -> {
                learnDuties.from(approved);
                var reception = amendAward.handle(approved);
                if (!(reception instanceof Reception.Early)) { // it comes again
                    followStages.on(approved);
                }
                yield reception;
            }
            case AmendmentDeclined declined -> {
                learnDuties.from(declined);
                followStages.on(declined);
                yield Reception.APPLIED;
            }
            case StageGatePassed passed -> {
                learnDuties.from(passed);
                followStages.on(passed);
                yield Reception.APPLIED;
            }
            case StageGateFailed failed -> {
                learnDuties.from(failed);
                followStages.on(failed);
                yield Reception.APPLIED;
            }
            // Nothing was promised.
            case ApplicationDeclined noUse -> Reception.APPLIED;
            // How assessment works is its own affair.
            case AssessmentStarted noUse -> Reception.APPLIED;
            case InformationComplete noUse -> Reception.APPLIED;
            case ReviewTaskTaken noUse -> Reception.APPLIED;
            case ReviewTaskEnded noUse -> Reception.APPLIED;
            case ClarificationRequested noUse -> Reception.APPLIED;
        };
    }
}
