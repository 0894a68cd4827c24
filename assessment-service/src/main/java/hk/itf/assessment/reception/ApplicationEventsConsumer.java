package hk.itf.assessment.reception;

import hk.itf.assessment.caseroute.OpenReviewCase;
import hk.itf.assessment.caseroute.ResumeReviewCase;
import hk.itf.assessment.caseroute.WithdrawReviewCase;
import hk.itf.assessment.scheme.RecordSchemeVersion;
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

/** The events of applications-service. Submissions, resubmissions and withdrawals change review cases. */
@ApplicationScoped
class ApplicationEventsConsumer implements EventsConsumer<ApplicationEvent> {

    private final RecordSchemeVersion recordScheme;
    private final OpenReviewCase open;
    private final ResumeReviewCase resume;
    private final WithdrawReviewCase withdraw;

    ApplicationEventsConsumer(
            RecordSchemeVersion recordScheme,
            OpenReviewCase open,
            ResumeReviewCase resume,
            WithdrawReviewCase withdraw) {
        this.recordScheme = recordScheme;
        this.open = open;
        this.resume = resume;
        this.withdraw = withdraw;
    }

    @Override
    public Class<ApplicationEvent> family() {
        return ApplicationEvent.class;
    }

    @Override
    public Reception on(ApplicationEvent event) {
        return switch (event) {
            case SchemeVersionPublished published -> recordScheme.handle(published);
            case ApplicationSubmitted submitted -> open.handle(submitted);
            case ApplicationResubmitted resubmitted -> resume.handle(resubmitted);
            case ApplicationWithdrawn withdrawn -> withdraw.handle(withdrawn);
            case ClaimSubmitted submitted -> open.handle(submitted);
            case ClaimResubmitted resubmitted -> resume.handle(resubmitted);
            case ClaimWithdrawn withdrawn -> withdraw.handle(withdrawn);
            case AmendmentSubmitted submitted -> open.handle(submitted);
            case AmendmentResubmitted resubmitted -> resume.handle(resubmitted);
            case AmendmentWithdrawn withdrawn -> withdraw.handle(withdrawn);
            case ReportOverdue overdue -> Reception.APPLIED;
            // A claim submitted in time is vetted, even if its deadline passes during vetting.
            case ClaimDeadlinePassed passed -> Reception.APPLIED;
            // The case is closed. An offer does not change it.
            case OfferMade made -> Reception.APPLIED;
            case OfferAccepted accepted -> Reception.APPLIED;
            case OfferLapsed lapsed -> Reception.APPLIED;
        };
    }
}
