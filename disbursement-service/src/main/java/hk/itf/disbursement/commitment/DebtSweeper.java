package hk.itf.disbursement.commitment;

import hk.itf.infra.clock.Sweep;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;

/** Resumes awards whose organisations have no overdue debt any more. */
@ApplicationScoped
class DebtSweeper {

    private final ResumeAward resumeAward;

    DebtSweeper(ResumeAward resumeAward) {
        this.resumeAward = resumeAward;
    }

    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    void sweep() {
        Sweep.each("award without debt", resumeAward.candidates(), resumeAward::handle);
    }
}
