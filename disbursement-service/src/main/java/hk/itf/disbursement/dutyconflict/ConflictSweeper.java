package hk.itf.disbursement.dutyconflict;

import hk.itf.infra.duty.Sweep;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;

/** Sees within a second that an act in conflict was undone, by whatever undid it. */
@ApplicationScoped
class ConflictSweeper {

    private final ResolveUndoneConflicts liftUndoneConflicts;

    ConflictSweeper(ResolveUndoneConflicts liftUndoneConflicts) {
        this.liftUndoneConflicts = liftUndoneConflicts;
    }

    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    void sweep() {
        Sweep.each("duty conflict of grant", liftUndoneConflicts.candidates(), liftUndoneConflicts::handle);
    }
}
