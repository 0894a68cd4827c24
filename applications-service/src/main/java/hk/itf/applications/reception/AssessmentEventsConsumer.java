package hk.itf.applications.reception;

import hk.itf.applications.amendment.FollowAmendments;
import hk.itf.applications.claim.FollowClaims;
import hk.itf.applications.papers.GrantPaperAccess;
import hk.itf.applications.progress.FollowAssessment;
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

/** Hands the events of assessment-service to the use cases that apply them. */
@ApplicationScoped
class AssessmentEventsConsumer implements EventsConsumer<AssessmentEvent> {

    private final FollowAssessment applications;
    private final FollowClaims claims;
    private final FollowAmendments amendments;
    private final GrantPaperAccess papers;

    AssessmentEventsConsumer(
            FollowAssessment applications, FollowClaims claims, FollowAmendments amendments, GrantPaperAccess papers) {
        this.applications = applications;
        this.claims = claims;
        this.amendments = amendments;
        this.papers = papers;
    }

    @Override
    public Class<AssessmentEvent> family() {
        return AssessmentEvent.class;
    }

    @Override
    public Reception on(AssessmentEvent event) {
        return switch (event) {
            case AssessmentStarted started -> applications.handle(started);
            case InformationComplete complete -> applications.handle(complete);
            case ApplicationFoundIneligible ineligible -> applications.handle(ineligible);
            case ApplicationApproved approved -> applications.handle(approved);
            case ApplicationDeclined declined -> applications.handle(declined);
            case ClarificationRequested requested ->
                switch (requested.subject().kind()) {
                    case APPLICATION -> applications.handle(requested);
                    case CLAIM -> claims.handle(requested);
                    case AMENDMENT -> amendments.handle(requested);
                };
            case ReviewTaskTaken taken -> papers.handle(taken);
            case ReviewTaskEnded ended -> papers.handle(ended);
            case ClaimAccepted accepted -> claims.handle(accepted);
            case ClaimRejected rejected -> claims.handle(rejected);
            case AmendmentApproved approved -> amendments.handle(approved);
            case AmendmentDeclined declined -> amendments.handle(declined);
            case StageGatePassed passed -> applications.handle(passed);
            case StageGateFailed failed -> applications.handle(failed);
        };
    }
}
