package hk.itf.applications.application;

import hk.itf.applications.scheme.Schemes;
import hk.itf.infra.clock.HongKong;
import hk.itf.infra.duty.Timeline;
import hk.itf.infra.eventing.Outbox;
import hk.itf.infra.http.EntityVersion;
import hk.itf.model.id.GrantId;
import hk.itf.model.id.PersonId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;

/** Signs the agreement: the award runs, its instalments can be claimed. */
@ApplicationScoped
class AcceptOffer {

    record Command(GrantId application, EntityVersion expected, PersonId by) {}

    private final ApplicantAccess access;
    private final GrantTranches tranches;
    private final AwaitedClaims awaited;
    private final Schemes schemes;
    private final LaterStages laterStages;
    private final Timeline timeline;
    private final Outbox outbox;
    private final ApplicationViews views;
    private final Clock clock;

    AcceptOffer(
            ApplicantAccess access,
            GrantTranches tranches,
            AwaitedClaims awaited,
            Schemes schemes,
            LaterStages laterStages,
            Timeline timeline,
            Outbox outbox,
            ApplicationViews views,
            Clock clock) {
        this.access = access;
        this.tranches = tranches;
        this.awaited = awaited;
        this.schemes = schemes;
        this.laterStages = laterStages;
        this.timeline = timeline;
        this.outbox = outbox;
        this.views = views;
        this.clock = clock;
    }

    @Transactional
    ApplicationView handle(Command command) {
        var now = clock.instant();
        var application = access.asSubmitter(command.application(), command.by());
        command.expected().require(application.version());

        var accepted = application.accept(
                command.by(),
                HongKong.dayOf(now),
                laterStages.allAfter(application).size(),
                now);
        var plan = application.award().plan().orElseThrow();
        tranches.follow(application.id(), plan);
        awaited.follow(
                application.id(),
                plan,
                schemes.get(application.pinned().orElseThrow()).claims());
        timeline.record(application, Transition.ACCEPT, command.by(), now);
        outbox.append(accepted);
        return views.of(application);
    }
}
