package hk.itf.applications.submission;

import hk.itf.applications.application.ApplicantAccess;
import hk.itf.applications.application.ApplicationTransition;
import hk.itf.applications.application.ApplicationView;
import hk.itf.applications.application.ApplicationViews;
import hk.itf.infra.duty.GrantDuties;
import hk.itf.infra.duty.Timeline;
import hk.itf.infra.eventing.Outbox;
import hk.itf.infra.http.EntityVersion;
import hk.itf.model.duty.Duty;
import hk.itf.model.id.GrantId;
import hk.itf.model.id.PersonId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;

/** Hands a draft, or an answered clarification, over for vetting. */
@ApplicationScoped
public class SubmitApplication {

    public record Command(GrantId application, EntityVersion expected, PersonId by) {}

    private final ApplicantAccess access;
    private final CreateFiling filing;
    private final GrantDuties duties;
    private final Timeline timeline;
    private final Outbox outbox;
    private final ApplicationViews views;
    private final Clock clock;

    SubmitApplication(
            ApplicantAccess access,
            CreateFiling filing,
            GrantDuties duties,
            Timeline timeline,
            Outbox outbox,
            ApplicationViews views,
            Clock clock) {
        this.access = access;
        this.filing = filing;
        this.duties = duties;
        this.timeline = timeline;
        this.outbox = outbox;
        this.views = views;
        this.clock = clock;
    }

    @Transactional
    public ApplicationView handle(Command command) {
        var now = clock.instant();
        var application = access.asSubmitter(command.application(), command.by());
        command.expected().require(application.version());
        var again = application.permits(ApplicationTransition.RESUBMIT);
        var transition = again ? ApplicationTransition.RESUBMIT : ApplicationTransition.SUBMIT;
        application.require(transition);

        duties.take(application.id(), command.by(), Duty.SUBMITTED);
        var handedOver = filing.file(application, command.by(), now);
        var event = again
                ? application.resubmit(command.by(), handedOver, now)
                : application.submit(command.by(), handedOver, now);
        timeline.record(application, transition, command.by(), handedOver.contentSha256(), now);
        outbox.append(event);
        return views.of(application);
    }
}
