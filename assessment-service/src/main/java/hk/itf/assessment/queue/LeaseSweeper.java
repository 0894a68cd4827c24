package hk.itf.assessment.queue;

import hk.itf.model.id.ReviewTaskId;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** Looks for lapsed leases. Each is ended in a transaction of its own, so that one that fails holds up no other. */
@ApplicationScoped
class LeaseSweeper {

    private static final Logger LOG = Logger.getLogger(LeaseSweeper.class);

    private final LapseLease lapse;

    LeaseSweeper(LapseLease lapse) {
        this.lapse = lapse;
    }

    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    void sweep() {
        lapse.candidates().forEach(this::end);
    }

    private void end(ReviewTaskId task) {
        try {
            lapse.handle(task);
        } catch (RuntimeException e) {
            LOG.warnf(e, "review task %s: its lapsed lease could not be ended and is tried again", task);
        }
    }
}
