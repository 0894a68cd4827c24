package hk.itf.applications.progress;

import static hk.itf.model.NamedValue.value;

import hk.itf.applications.allowance.Allowances;
import hk.itf.applications.application.Application;
import hk.itf.applications.application.ApplicationTransition;
import hk.itf.applications.application.Applications;
import hk.itf.applications.notice.Notices;
import hk.itf.applications.register.RegisterEntries;
import hk.itf.applications.scheme.Schemes;
import hk.itf.infra.eventing.Reception;
import hk.itf.infra.timeline.Timeline;
import hk.itf.model.Wording;
import hk.itf.model.event.AssessmentEvent;
import hk.itf.model.event.AssessmentEvent.ApplicationApproved;
import hk.itf.model.event.AssessmentEvent.ApplicationDeclined;
import hk.itf.model.event.AssessmentEvent.ApplicationFoundIneligible;
import hk.itf.model.event.AssessmentEvent.AssessmentStarted;
import hk.itf.model.event.AssessmentEvent.ClarificationRequested;
import hk.itf.model.event.AssessmentEvent.InformationComplete;
import hk.itf.model.event.AssessmentEvent.StageGateFailed;
import hk.itf.model.event.AssessmentEvent.StageGatePassed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.function.Consumer;

/** Changes the status of an application after each result of its assessment. */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
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

    public Reception handle(AssessmentStarted started) {
        return follow(
                started,
                application -> move(
                        application, started, ApplicationTransition.START_ASSESSMENT, application::startAssessment));
    }

    public Reception handle(InformationComplete complete) {
        return follow(
                complete,
                application -> move(
                        application, complete, Application.Act.PLEDGE, () -> application.pledge(complete.pledgedBy())));
    }

    /** Applies a clarification of the application. Those of claims and amendments go to their rooms. */
    public Reception handle(ClarificationRequested requested) {
        return follow(requested, application -> {
            move(
                    application,
                    requested,
                    ApplicationTransition.SEND_BACK,
                    () -> application.sendBack(requested.question()));
            tell(application, Wording.of("clarification-requested", value("question", requested.question())));
        });
    }

    public Reception handle(ApplicationFoundIneligible ineligible) {
        return follow(ineligible, application -> {
            move(
                    application,
                    ineligible,
                    ApplicationTransition.FIND_INELIGIBLE,
                    () -> application.findIneligible(ineligible.letter()));
            allowances.release(application.id());
            tell(application, Wording.of("found-ineligible", value("letter", ineligible.letter())));
        });
    }

    public Reception handle(ApplicationDeclined declined) {
        return follow(declined, application -> {
            move(application, declined, ApplicationTransition.DECLINE, () -> application.decline(declined.letter()));
            allowances.release(application.id());
            tell(application, Wording.of("declined", value("letter", declined.letter())));
        });
    }

    public Reception handle(ApplicationApproved approved) {
        return follow(approved, application -> {
            application.requireFiled(approved);
            move(
                    application,
                    approved,
                    ApplicationTransition.APPROVE,
                    () -> application.approve(approved.awarded(), approved.plan(), approved.letter()));
            allowances.lower(application.id(), approved.awarded());
            tell(application, Wording.of("approved", value("letter", approved.letter())));
            register(application, approved);
        });
    }

    public Reception handle(StageGatePassed passed) {
        return follow(passed, application -> {
            move(application, passed, ApplicationTransition.PASS_STAGE, application::passStage);
            tell(application, Wording.of("stage-passed"));
        });
    }

    public Reception handle(StageGateFailed failed) {
        return follow(failed, application -> {
            tell(application, Wording.of("stage-not-passed.notice", value("reason", failed.reason())));
        });
    }

    private Reception follow(AssessmentEvent event, Consumer<Application> change) {
        var known = applications.lockIfPresent(event.grant());
        var reception = ApplicationReception.TABLE.of(known, event);
        if (reception.isApplied()) {
            change.accept(known.orElseThrow());
        }
        return reception;
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

    private void tell(Application application, Wording notice) {
        notices.tell(application.organisation(), application.id(), notice);
    }
}
