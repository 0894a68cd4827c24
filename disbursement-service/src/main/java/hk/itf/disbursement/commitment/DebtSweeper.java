package hk.itf.disbursement.commitment;

import hk.itf.infra.duty.Sweep;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;

/** Lets awards go on whose organisations are out of debt. */
@ApplicationScoped
class DebtSweeper {

    private final ResumeAward resumeAward;

    DebtSweeper(ResumeAward resumeAward) {
        this.resumeAward = resumeAward;
    }

    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    void sweep() {
        Sweep.each("grant out of debt", resumeAward.outOfDebt(), resumeAward::handle);
    }
}
