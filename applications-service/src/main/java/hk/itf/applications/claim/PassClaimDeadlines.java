package hk.itf.applications.claim;

import hk.itf.applications.application.Applications;
import hk.itf.applications.grant.GrantTranches;
import hk.itf.applications.notice.Notices;
import hk.itf.applications.progress.RestartDeadlines;
import hk.itf.infra.clock.HongKong;
import hk.itf.infra.duty.Sweep;
import hk.itf.infra.duty.Timeline;
import hk.itf.infra.eventing.Outbox;
import hk.itf.model.event.ApplicationEvent.ClaimDeadlinePassed;
import hk.itf.model.id.PersonId;
import hk.itf.model.id.TrancheId;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** Gives up instalments nobody claimed in time. */
@ApplicationScoped
class PassClaimDeadlines {

    private final GrantTranches tranches;
    private final RestartDeadlines deadlines;
    private final Applications applications;
    private final Notices notices;
    private final Timeline timeline;
    private final Outbox outbox;
    private final Clock clock;

    PassClaimDeadlines(
            GrantTranches tranches,
            RestartDeadlines deadlines,
            Applications applications,
            Notices notices,
            Timeline timeline,
            Outbox outbox,
            Clock clock) {
        this.tranches = tranches;
        this.deadlines = deadlines;
        this.applications = applications;
        this.notices = notices;
        this.timeline = timeline;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Scheduled(every = "{itf.applications.sweep-every}", concurrentExecution = ConcurrentExecution.SKIP)
    void sweep() {
        var today = HongKong.dayOf(clock.instant());
        var late = QuarkusTransaction.requiringNew().call(() -> tranches.pastDeadline(today));
        Sweep.each(
                "unclaimed tranche",
                late,
                id -> QuarkusTransaction.requiringNew().run(() -> pass(id)));
    }

    private void pass(TrancheId id) {
        var now = clock.instant();
        var grant = tranches.get(id).application();
        var application = applications.locked(grant);
        if (!tranches.isPastDeadline(id, HongKong.dayOf(now))) {
            return; // claimed in the meantime
        }
        var tranche = tranches.get(id);
        tranches.getEntityManager().refresh(tranche);
        tranche.cancel();
        deadlines.settled(application, now);
        timeline.note(
                grant,
                "tranche/" + id,
                "DEADLINE_PASSED",
                PersonId.SYSTEM,
                tranche.claimBy().toString(),
                now);
        notices.tell(
                application.organisation(),
                grant,
                "claim-deadline-passed",
                "What instalment %d waits for was not claimed by %s.".formatted(tranche.number(), tranche.claimBy()));
        outbox.append(new ClaimDeadlinePassed(grant, id, PersonId.SYSTEM, tranche.claimBy(), now));
    }
}
