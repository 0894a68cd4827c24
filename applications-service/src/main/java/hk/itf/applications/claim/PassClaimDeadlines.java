package hk.itf.applications.claim;

import hk.itf.applications.application.Applications;
import hk.itf.applications.application.GrantTranche;
import hk.itf.applications.application.GrantTranches;
import hk.itf.applications.notice.Notices;
import hk.itf.infra.clock.HongKong;
import hk.itf.infra.duty.Timeline;
import hk.itf.infra.eventing.Outbox;
import hk.itf.model.event.ApplicationEvent.ClaimDeadlinePassed;
import hk.itf.model.id.PersonId;
import hk.itf.model.id.TrancheId;
import hk.itf.model.scheme.ClaimKind;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** Gives up instalments nobody claimed in time, each in a transaction of its own. */
@ApplicationScoped
class PassClaimDeadlines {

    private final GrantTranches tranches;
    private final Applications applications;
    private final Claims claims;
    private final Notices notices;
    private final Timeline timeline;
    private final Outbox outbox;
    private final Clock clock;

    PassClaimDeadlines(
            GrantTranches tranches,
            Applications applications,
            Claims claims,
            Notices notices,
            Timeline timeline,
            Outbox outbox,
            Clock clock) {
        this.tranches = tranches;
        this.applications = applications;
        this.claims = claims;
        this.notices = notices;
        this.timeline = timeline;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Scheduled(every = "2s", concurrentExecution = ConcurrentExecution.SKIP)
    void sweep() {
        var today = HongKong.dayOf(clock.instant());
        QuarkusTransaction.requiringNew()
                .call(() -> tranches.pastDeadline(today))
                .forEach(id -> QuarkusTransaction.requiringNew().run(() -> pass(id)));
    }

    private void pass(TrancheId id) {
        var now = clock.instant();
        var grant = tranches.get(id).application();
        var application = applications.locked(grant);
        var tranche = tranches.get(id);
        tranches.getEntityManager().refresh(tranche);
        if (tranche.status() != GrantTranche.Status.SCHEDULED || submittedOn(id)) {
            return; // claimed in the meantime
        }
        tranche.cancel();
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
                "Instalment %d was not claimed by %s.".formatted(tranche.number(), tranche.claimBy()));
        outbox.append(new ClaimDeadlinePassed(grant, id, PersonId.SYSTEM, tranche.claimBy(), now));
    }

    private boolean submittedOn(TrancheId tranche) {
        return claims.list("trancheId = ?1 and kind = ?2", tranche.value(), ClaimKind.PAYMENT).stream()
                .anyMatch(claim -> switch (claim.status()) {
                    case SUBMITTED, CLARIFYING, ACCEPTED -> true;
                    case DRAFT, REJECTED, WITHDRAWN -> false;
                });
    }
}
