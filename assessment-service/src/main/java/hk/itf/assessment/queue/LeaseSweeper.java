package hk.itf.assessment.queue;

import hk.itf.infra.clock.Sweep;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;

/** Ends lapsed leases, once a second. */
@ApplicationScoped
class LeaseSweeper {

    private final LapseLease lapse;

    LeaseSweeper(LapseLease lapse) {
        this.lapse = lapse;
    }

    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    void sweep() {
        Sweep.each("lapsed lease of review task", lapse.candidates(), lapse::handle);
    }
}
