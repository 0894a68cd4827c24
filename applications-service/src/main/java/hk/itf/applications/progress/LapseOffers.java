package hk.itf.applications.progress;

import hk.itf.applications.allowance.Allowances;
import hk.itf.applications.application.ApplicationTransition;
import hk.itf.applications.application.Applications;
import hk.itf.applications.notice.Notices;
import hk.itf.infra.clock.HongKong;
import hk.itf.infra.duty.Sweep;
import hk.itf.infra.duty.Timeline;
import hk.itf.infra.eventing.Outbox;
import hk.itf.model.id.GrantId;
import hk.itf.model.id.PersonId;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** Ends offers that nobody accepted in time. */
@ApplicationScoped
class LapseOffers {

    private final Applications applications;
    private final Allowances allowances;
    private final Notices notices;
    private final Timeline timeline;
    private final Outbox outbox;
    private final Clock clock;

    LapseOffers(
            Applications applications,
            Allowances allowances,
            Notices notices,
            Timeline timeline,
            Outbox outbox,
            Clock clock) {
        this.applications = applications;
        this.allowances = allowances;
        this.notices = notices;
        this.timeline = timeline;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Scheduled(every = "{itf.applications.sweep-every}", concurrentExecution = ConcurrentExecution.SKIP)
    void sweep() {
        var today = HongKong.dayOf(clock.instant());
        var late = QuarkusTransaction.requiringNew().call(() -> applications.offersToLapse(today));
        Sweep.each("offer of", late, id -> QuarkusTransaction.requiringNew().run(() -> lapse(id)));
    }

    private void lapse(GrantId id) {
        var now = clock.instant();
        var application = applications.locked(id);
        if (!application.permits(ApplicationTransition.LAPSE)) {
            return; // accepted or withdrawn in the meantime
        }
        var lapsed = application.lapse(now);
        allowances.release(id);
        notices.tell(
                application.organisation(), id, "offer-lapsed", "The offer was not accepted in time and has lapsed.");
        timeline.record(application, ApplicationTransition.LAPSE, PersonId.SYSTEM, now);
        outbox.append(lapsed);
    }
}
