package hk.itf.disbursement.receivable;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** Reminds debtors as the days pass; each in a transaction of its own, so replicas may sweep at the same time. */
@ApplicationScoped
class ReminderSweeper {

    private static final Logger LOG = Logger.getLogger(ReminderSweeper.class);

    private final RemindDebtor remindDebtor;

    ReminderSweeper(RemindDebtor remindDebtor) {
        this.remindDebtor = remindDebtor;
    }

    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    void sweep() {
        for (var missing : remindDebtor.missing()) {
            try {
                remindDebtor.handle(missing);
            } catch (RuntimeException e) {
                LOG.warnf(e, "the debtor of receivable %s is left for the next sweep", missing.receivable());
            }
        }
    }
}
