package hk.itf.disbursement.dutyconflict;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** Sees within a second that an act in conflict was undone, by whatever undid it; replicas may sweep at the same time. */
@ApplicationScoped
class ConflictSweeper {

    private static final Logger LOG = Logger.getLogger(ConflictSweeper.class);

    private final LiftUndoneConflicts liftUndoneConflicts;

    ConflictSweeper(LiftUndoneConflicts liftUndoneConflicts) {
        this.liftUndoneConflicts = liftUndoneConflicts;
    }

    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    void sweep() {
        for (var grant : liftUndoneConflicts.candidates()) {
            try {
                liftUndoneConflicts.handle(grant);
            } catch (RuntimeException e) {
                LOG.warnf(e, "the duty conflicts of grant %s are left for the next sweep", grant);
            }
        }
    }
}
