package hk.itf.applications.submission;

import hk.itf.applications.application.ApplicantAccess;
import hk.itf.applications.application.ApplicationTransition;
import hk.itf.applications.application.ApplicationView;
import hk.itf.applications.application.ApplicationViews;
import hk.itf.infra.duty.GrantDuties;
import hk.itf.infra.eventing.Outbox;
import hk.itf.infra.http.EntityVersion;
import hk.itf.infra.timeline.Timeline;
import hk.itf.model.duty.Duty;
import hk.itf.model.id.GrantId;
import hk.itf.model.id.PersonId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;

/** Submits a draft for vetting. The person takes the duty SUBMITTED of the grant. */
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
        var application = access.lockAsSubmitter(command.application(), command.by());
        command.expected().require(application.version());
        application.require(ApplicationTransition.SUBMIT);

        duties.take(application.id(), command.by(), Duty.SUBMITTED);
        var newFiling = filing.file(application, command.by(), now);
        var submitted = application.submit(command.by(), newFiling, now);
        timeline.record(application, ApplicationTransition.SUBMIT, command.by(), newFiling.contentSha256(), now);
        outbox.append(submitted);
        return views.of(application);
    }
}
