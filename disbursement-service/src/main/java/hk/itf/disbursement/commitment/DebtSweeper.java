package hk.itf.disbursement.commitment;

import hk.itf.disbursement.DisbursementSettings;
import hk.itf.disbursement.award.Awards.Indebted;
import hk.itf.infra.clock.Candidate;
import hk.itf.infra.clock.Sweep;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;

/** Resumes awards whose organisations have no overdue debt any more. */
@ApplicationScoped
class DebtSweeper {

    private final ResumeAward resumeAward;
    private final Sweep<Candidate<Indebted>> awards;

    DebtSweeper(ResumeAward resumeAward, DisbursementSettings settings) {
        this.resumeAward = resumeAward;
        this.awards = Sweep.ofWaiting("award without debt", settings.sweepWindow());
    }

    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    void sweep() {
        awards.run(resumeAward::candidates, Candidate.ifDue(indebted -> resumeAward.handle(indebted.grant())));
    }
}
