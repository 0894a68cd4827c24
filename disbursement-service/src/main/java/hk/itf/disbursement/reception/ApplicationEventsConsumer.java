package hk.itf.disbursement.reception;

import hk.itf.disbursement.commitment.FollowStages;
import hk.itf.disbursement.commitment.VoidAward;
import hk.itf.disbursement.filing.RecordFiling;
import hk.itf.disbursement.settlement.HoldAwardForReport;
import hk.itf.disbursement.settlement.PassClaimDeadline;
import hk.itf.disbursement.trancheplan.SignAgreement;
import hk.itf.infra.eventing.EventsConsumer;
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
import jakarta.enterprise.context.ApplicationScoped;

/** Hands each event of applications-service to its use case. */
@ApplicationScoped
class ApplicationEventsConsumer implements EventsConsumer<ApplicationEvent> {

    private final RecordFiling recordFiling;
    private final FollowStages followStages;
    private final VoidAward voidAward;
    private final SignAgreement signAgreement;
    private final PassClaimDeadline passClaimDeadline;
    private final HoldAwardForReport holdAwardForReport;

    ApplicationEventsConsumer(
            RecordFiling recordFiling,
            FollowStages followStages,
            VoidAward voidAward,
            SignAgreement signAgreement,
            PassClaimDeadline passClaimDeadline,
            HoldAwardForReport holdAwardForReport) {
        this.recordFiling = recordFiling;
        this.followStages = followStages;
        this.voidAward = voidAward;
        this.signAgreement = signAgreement;
        this.passClaimDeadline = passClaimDeadline;
        this.holdAwardForReport = holdAwardForReport;
    }

    @Override
    public Class<ApplicationEvent> family() {
        return ApplicationEvent.class;
    }

    @Override
    public Reception on(ApplicationEvent event) {
        return switch (event) {
            case ApplicationSubmitted submitted -> {
                recordFiling.on(submitted);
                yield Reception.APPLIED;
            }
            case ApplicationResubmitted resubmitted -> {
                recordFiling.on(resubmitted);
                yield Reception.APPLIED;
            }
            case ClaimSubmitted submitted -> {
                recordFiling.on(submitted);
                followStages.on(submitted);
                yield Reception.APPLIED;
            }
            case ClaimResubmitted resubmitted -> {
                recordFiling.on(resubmitted);
                yield Reception.APPLIED;
            }
            case ClaimWithdrawn withdrawn -> {
                followStages.on(withdrawn);
                yield Reception.APPLIED;
            }
            case AmendmentSubmitted submitted -> {
                recordFiling.on(submitted);
                followStages.on(submitted);
                yield Reception.APPLIED;
            }
            case AmendmentResubmitted resubmitted -> {
                recordFiling.on(resubmitted);
                yield Reception.APPLIED;
            }
            case AmendmentWithdrawn withdrawn -> {
                followStages.on(withdrawn);
                yield Reception.APPLIED;
            }
            case ApplicationWithdrawn withdrawn -> voidAward.handle(withdrawn);
            case OfferLapsed lapsed -> voidAward.handle(lapsed);
            case OfferAccepted accepted -> signAgreement.handle(accepted);
            case ClaimDeadlinePassed passed -> passClaimDeadline.handle(passed);
            case ReportOverdue overdue -> holdAwardForReport.handle(overdue);
            // Disbursement does not read schemes.
            case SchemeVersionPublished noUse -> Reception.APPLIED;
            // The offer follows from a commitment of this service.
            case OfferMade noUse -> Reception.APPLIED;
        };
    }
}
