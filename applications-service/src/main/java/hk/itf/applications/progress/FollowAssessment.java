package hk.itf.applications.progress;

import hk.itf.applications.allowance.Allowances;
import hk.itf.applications.application.Application;
import hk.itf.applications.application.ApplicationTransition;
import hk.itf.applications.application.Applications;
import hk.itf.applications.notice.Notices;
import hk.itf.applications.register.RegisterEntries;
import hk.itf.applications.scheme.Schemes;
import hk.itf.infra.duty.Timeline;
import hk.itf.infra.eventing.Reception;
import hk.itf.model.event.AssessmentEvent;
import hk.itf.model.event.AssessmentEvent.ApplicationApproved;
import hk.itf.model.event.AssessmentEvent.ApplicationDeclined;
import hk.itf.model.event.AssessmentEvent.ApplicationFoundIneligible;
import hk.itf.model.event.AssessmentEvent.AssessmentStarted;
import hk.itf.model.event.AssessmentEvent.ClarificationRequested;
import hk.itf.model.event.AssessmentEvent.InformationComplete;
import hk.itf.model.event.Subject;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;

/** Moves the application as vetting goes on. Events about its claims and amendments are for others. */
@ApplicationScoped
public class FollowAssessment {

    private final Applications applications;
    private final Allowances allowances;
    private final Schemes schemes;
    private final RegisterEntries entries;
    private final Notices notices;
    private final Timeline timeline;
    private final Clock clock;

    FollowAssessment(
            Applications applications,
            Allowances allowances,
            Schemes schemes,
            RegisterEntries entries,
            Notices notices,
            Timeline timeline,
            Clock clock) {
        this.applications = applications;
        this.allowances = allowances;
        this.schemes = schemes;
        this.entries = entries;
        this.notices = notices;
        this.timeline = timeline;
        this.clock = clock;
    }

    @Transactional(TxType.MANDATORY)
    public Reception handle(AssessmentEvent event) {
        if (applications.find(event.grant()).isEmpty()) {
            return Reception.early("there is no such application here");
        }
        var application = applications.locked(event.grant());
        if (!(ApplicationReception.of(application.status(), event) instanceof Reception.Applied)) {
            return ApplicationReception.of(application.status(), event);
        }
        switch (event) {
            case AssessmentStarted started ->
                move(application, started, ApplicationTransition.START_ASSESSMENT, application::startAssessment);
            case InformationComplete complete ->
                move(application, complete, Application.Act.PLEDGE, () -> application.pledge(complete.pledgedBy()));
            case ClarificationRequested requested -> {
                if (requested.subject().kind() == Subject.Kind.APPLICATION) {
                    move(
                            application,
                            requested,
                            ApplicationTransition.SEND_BACK,
                            () -> application.sendBack(requested.question()));
                    tell(application, "clarification-requested", requested.question());
                }
            }
            case ApplicationFoundIneligible ineligible -> {
                move(
                        application,
                        ineligible,
                        ApplicationTransition.FIND_INELIGIBLE,
                        () -> application.findIneligible(ineligible.letter()));
                allowances.release(application.id());
                tell(application, "found-ineligible", ineligible.letter());
            }
            case ApplicationDeclined declined -> {
                move(
                        application,
                        declined,
                        ApplicationTransition.DECLINE,
                        () -> application.decline(declined.letter()));
                allowances.release(application.id());
                tell(application, "declined", declined.letter());
            }
            case ApplicationApproved approved -> {
                move(
                        application,
                        approved,
                        ApplicationTransition.APPROVE,
                        () -> application.approve(approved.awarded(), approved.plan(), approved.letter()));
                allowances.lower(application.id(), approved.awarded());
                tell(application, "approved", approved.letter());
                register(application, approved);
            }
            case AssessmentEvent.ReviewTaskTaken taken -> {}
            case AssessmentEvent.ReviewTaskEnded ended -> {}
            case AssessmentEvent.ClaimAccepted accepted -> {}
            case AssessmentEvent.ClaimRejected rejected -> {}
            case AssessmentEvent.StageGatePassed passed -> {
                move(application, passed, ApplicationTransition.PASS_STAGE, application::passStage);
                tell(application, "stage-passed", "The stage is passed; the next one can be asked for.");
            }
            case AssessmentEvent.StageGateFailed failed -> tell(application, "stage-not-passed", failed.reason());
            case AssessmentEvent.AmendmentApproved approved -> {}
            case AssessmentEvent.AmendmentDeclined declined -> {}
        }
        return Reception.APPLIED;
    }

    private void register(Application application, ApplicationApproved approved) {
        var scheme = schemes.get(approved.scheme());
        var rule = scheme.register();
        if (rule != null) {
            entries.add(
                    scheme, rule, application.id(), application.reference(), application.answers(), clock.instant());
            move(application, approved, ApplicationTransition.REGISTER, application::register);
        }
    }

    private void move(Application application, AssessmentEvent event, Enum<?> transition, Runnable change) {
        change.run();
        timeline.record(application, transition, event.actor(), clock.instant());
    }

    private void tell(Application application, String kind, String body) {
        notices.tell(application.organisation(), application.id(), kind, body);
    }
}
