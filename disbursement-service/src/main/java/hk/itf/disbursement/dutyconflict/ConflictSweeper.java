package hk.itf.disbursement.dutyconflict;

import hk.itf.infra.clock.Sweep;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;

/** Resolves duty conflicts within a second after the act behind the held duty is undone. */
@ApplicationScoped
class ConflictSweeper {

    private final ResolveUndoneConflicts resolveUndoneConflicts;

    ConflictSweeper(ResolveUndoneConflicts resolveUndoneConflicts) {
        this.resolveUndoneConflicts = resolveUndoneConflicts;
    }

    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    void sweep() {
        Sweep.each("duty conflict of grant", resolveUndoneConflicts.candidates(), resolveUndoneConflicts::handle);
    }
}
