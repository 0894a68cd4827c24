package hk.itf.disbursement.commitment;

import hk.itf.disbursement.award.Award;
import hk.itf.infra.eventing.Reception;
import hk.itf.model.event.ApplicationEvent;
import hk.itf.model.event.ApplicationEvent.AmendmentResubmitted;
import hk.itf.model.event.ApplicationEvent.AmendmentSubmitted;
import hk.itf.model.event.ApplicationEvent.AmendmentWithdrawn;
import hk.itf.model.event.ApplicationEvent.ApplicationResubmitted;
import hk.itf.model.event.ApplicationEvent.ApplicationSubmitted;
import hk.itf.model.event.ApplicationEvent.ApplicationWithdrawn;
import hk.itf.model.event.ApplicationEvent.ClaimDeadlinePassed;
import hk.itf.model.event.ApplicationEvent.ClaimResubmitted;
import hk.itf.model.event.ApplicationEvent.ClaimSubmitted;
import hk.itf.model.event.ApplicationEvent.ClaimWithdrawn;
import hk.itf.model.event.ApplicationEvent.OfferAccepted;
import hk.itf.model.event.ApplicationEvent.OfferLapsed;
import hk.itf.model.event.ApplicationEvent.OfferMade;
import hk.itf.model.event.ApplicationEvent.ReportOverdue;
import hk.itf.model.event.ApplicationEvent.SchemeVersionPublished;
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
import java.util.Optional;

/**
 * What becomes of an event, for every standing of the award: topics are not ordered among each other, so each pair has
 * an answer. Everything a use case says beyond this depends on more than the status.
 */
public final class AwardReception {

    private AwardReception() {}

    public static Reception of(Optional<Award> award, ApplicationEvent event) {
        return of(AwardStatusOrNone.of(award.map(Award::status)), event);
    }

    public static Reception of(Optional<Award> award, AssessmentEvent event) {
        return of(AwardStatusOrNone.of(award.map(Award::status)), event);
    }

    static Reception of(AwardStatusOrNone standing, ApplicationEvent event) {
        return switch (event) {
            case OfferAccepted accepted ->
                switch (standing) {
                    case NONE, WAITING -> Reception.early("the award is not committed yet");
                    case COMMITTED -> Reception.APPLIED;
                    case AGREED, CLOSED, TERMINATED -> Reception.late("the agreement is signed already");
                    case VOIDED -> Reception.late("the award is void");
                };
            case ApplicationWithdrawn withdrawn -> voiding(standing);
            case OfferLapsed lapsed -> voiding(standing);
            case ClaimDeadlinePassed passed -> onAgreed(standing);
            case ReportOverdue overdue -> onAgreed(standing);
            // The rest tells this service nothing about money.
            case SchemeVersionPublished noUse -> Reception.APPLIED;
            case ApplicationSubmitted noUse -> Reception.APPLIED;
            case ApplicationResubmitted noUse -> Reception.APPLIED;
            case OfferMade noUse -> Reception.APPLIED;
            case ClaimSubmitted noUse -> Reception.APPLIED;
            case ClaimResubmitted noUse -> Reception.APPLIED;
            case ClaimWithdrawn noUse -> Reception.APPLIED;
            case AmendmentSubmitted noUse -> Reception.APPLIED;
            case AmendmentResubmitted noUse -> Reception.APPLIED;
            case AmendmentWithdrawn noUse -> Reception.APPLIED;
        };
    }

    static Reception of(AwardStatusOrNone standing, AssessmentEvent event) {
        return switch (event) {
            case ApplicationApproved approved ->
                switch (standing) {
                    case NONE -> Reception.APPLIED;
                    case WAITING, COMMITTED, AGREED, CLOSED, TERMINATED ->
                        Reception.late("the award is recorded already");
                    case VOIDED -> Reception.late("the application was withdrawn or lapsed before");
                };
            case ClaimAccepted accepted -> onAgreed(standing);
            case AmendmentApproved approved -> onAgreed(standing);
            // A rejected claim may be filed again: it is put on record and moves nothing.
            case ClaimRejected recorded -> Reception.APPLIED;
            // What a stage gate meets comes with the acceptance of its claim.
            case StageGatePassed noUse -> Reception.APPLIED;
            case StageGateFailed noUse -> Reception.APPLIED;
            // The rest tells this service nothing about money.
            case AssessmentStarted noUse -> Reception.APPLIED;
            case InformationComplete noUse -> Reception.APPLIED;
            case ReviewTaskTaken noUse -> Reception.APPLIED;
            case ReviewTaskEnded noUse -> Reception.APPLIED;
            case ClarificationRequested noUse -> Reception.APPLIED;
            case ApplicationFoundIneligible noUse -> Reception.APPLIED;
            case ApplicationDeclined noUse -> Reception.APPLIED;
            case AmendmentDeclined noUse -> Reception.APPLIED;
        };
    }

    /** Before the approval it leaves a mark; until the agreement it voids; after that it comes too late. */
    private static Reception voiding(AwardStatusOrNone standing) {
        return switch (standing) {
            case NONE, WAITING, COMMITTED -> Reception.APPLIED;
            case AGREED, CLOSED, TERMINATED -> Reception.late("the agreement is signed");
            case VOIDED -> Reception.late("the award is void already");
        };
    }

    private static Reception onAgreed(AwardStatusOrNone standing) {
        return switch (standing) {
            case NONE, WAITING, COMMITTED -> Reception.early("the agreement is not signed yet");
            case AGREED -> Reception.APPLIED;
            case CLOSED -> Reception.late("the award is closed");
            case TERMINATED -> Reception.late("the award was ended");
            case VOIDED -> Reception.late("the award is void");
        };
    }
}
