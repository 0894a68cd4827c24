package hk.itf.applications.progress;

import hk.itf.applications.application.ApplicantAccess;
import hk.itf.applications.application.ApplicationTransition;
import hk.itf.applications.application.ApplicationView;
import hk.itf.applications.application.ApplicationViews;
import hk.itf.infra.clock.HongKong;
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

/** Accepts the offer for the organisation: the grant becomes active and its tranches can be claimed. */
@ApplicationScoped
public class AcceptOffer {

    public record Command(GrantId application, EntityVersion expected, PersonId by) {}

    private final ApplicantAccess access;
    private final RestartDeadlines deadlines;
    private final LaterStages laterStages;
    private final GrantDuties duties;
    private final Timeline timeline;
    private final Outbox outbox;
    private final ApplicationViews views;
    private final Clock clock;

    AcceptOffer(
            ApplicantAccess access,
            RestartDeadlines deadlines,
            LaterStages laterStages,
            GrantDuties duties,
            Timeline timeline,
            Outbox outbox,
            ApplicationViews views,
            Clock clock) {
        this.access = access;
        this.deadlines = deadlines;
        this.laterStages = laterStages;
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

        duties.take(application.id(), command.by(), Duty.SUBMITTED);
        var accepted = application.accept(
                command.by(),
                HongKong.dayOf(now),
                laterStages.allAfter(application).size(),
                now);
        deadlines.startAtAgreement(application, HongKong.dayOf(now));
        timeline.record(application, ApplicationTransition.ACCEPT, command.by(), now);
        outbox.append(accepted);
        return views.of(application);
    }
}
