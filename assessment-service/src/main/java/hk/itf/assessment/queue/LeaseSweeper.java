package hk.itf.assessment.queue;

import hk.itf.assessment.queue.ReviewQueue.Lease;
import hk.itf.infra.clock.Sweep;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;

/** Ends lapsed leases, once a second. */
@ApplicationScoped
class LeaseSweeper {

    private final LapseLease lapse;
    private final Sweep<Lease> leases = Sweep.ofDue("lapsed lease of review task", LapseLease.PAGE);

    LeaseSweeper(LapseLease lapse) {
        this.lapse = lapse;
    }

    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    void sweep() {
        leases.run(lapse::candidates, lease -> lapse.handle(lease.task()));
    }
}
