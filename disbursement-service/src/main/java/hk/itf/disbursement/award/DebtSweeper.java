package hk.itf.disbursement.award;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** Lets awards go on whose organisations are out of debt; each in a transaction of its own, so replicas may sweep too. */
@ApplicationScoped
class DebtSweeper {

    private static final Logger LOG = Logger.getLogger(DebtSweeper.class);

    private final ResumeAward resumeAward;

    DebtSweeper(ResumeAward resumeAward) {
        this.resumeAward = resumeAward;
    }

    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    void sweep() {
        for (var grant : resumeAward.outOfDebt()) {
            try {
                resumeAward.handle(grant);
            } catch (RuntimeException e) {
                LOG.warnf(e, "grant %s is left for the next sweep", grant);
            }
        }
    }
}
