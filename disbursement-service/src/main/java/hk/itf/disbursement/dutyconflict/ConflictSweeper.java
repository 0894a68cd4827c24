package hk.itf.disbursement.dutyconflict;

import hk.itf.disbursement.DisbursementSettings;
import hk.itf.disbursement.dutyconflict.DutyConflicts.Open;
import hk.itf.infra.clock.Candidate;
import hk.itf.infra.clock.Sweep;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;

/** Resolves duty conflicts within a second after the act behind the held duty is undone. */
@ApplicationScoped
class ConflictSweeper {

    private final ResolveUndoneConflicts resolveUndoneConflicts;
    private final Sweep<Candidate<Open>> conflicts;

    ConflictSweeper(ResolveUndoneConflicts resolveUndoneConflicts, DisbursementSettings settings) {
        this.resolveUndoneConflicts = resolveUndoneConflicts;
        this.conflicts = Sweep.ofWaiting("duty conflict", settings.sweepWindow());
    }

    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    void sweep() {
        conflicts.run(
                resolveUndoneConflicts::candidates,
                Candidate.ifDue(conflict -> resolveUndoneConflicts.handle(conflict.grant())));
    }
}
