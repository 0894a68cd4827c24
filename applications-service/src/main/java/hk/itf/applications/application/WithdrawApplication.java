package hk.itf.applications.application;

import hk.itf.applications.allowance.Allowances;
import hk.itf.infra.eventing.Outbox;
import hk.itf.infra.http.EntityVersion;
import hk.itf.infra.timeline.Timeline;
import hk.itf.model.id.GrantId;
import hk.itf.model.id.PersonId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;

/** Withdraws an application and cancels its reservations. */
@ApplicationScoped
class WithdrawApplication {

    record Command(GrantId application, EntityVersion expected, String reason, PersonId by) {}

    private final ApplicantAccess access;
    private final Allowances allowances;
    private final Timeline timeline;
    private final Outbox outbox;
    private final ApplicationViews views;
    private final Clock clock;

    WithdrawApplication(
            ApplicantAccess access,
            Allowances allowances,
            Timeline timeline,
            Outbox outbox,
            ApplicationViews views,
            Clock clock) {
        this.access = access;
        this.allowances = allowances;
        this.timeline = timeline;
        this.outbox = outbox;
        this.views = views;
        this.clock = clock;
    }

    @Transactional
    ApplicationView handle(Command command) {
        var now = clock.instant();
        var application = access.lockAsSubmitter(command.application(), command.by());
        command.expected().require(application.version());

        var withdrawn = application.withdraw(command.by(), command.reason(), now);
        allowances.release(application.id());
        timeline.record(application, ApplicationTransition.WITHDRAW, command.by(), now);
        outbox.append(withdrawn);
        return views.of(application);
    }
}
