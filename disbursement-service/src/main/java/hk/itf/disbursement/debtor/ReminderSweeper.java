package hk.itf.disbursement.debtor;

import hk.itf.infra.clock.Sweep;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;

/** Reminds debtors when their receivables reach a reminder level. */
@ApplicationScoped
class ReminderSweeper {

    private final RemindDebtor remindDebtor;

    ReminderSweeper(RemindDebtor remindDebtor) {
        this.remindDebtor = remindDebtor;
    }

    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    void sweep() {
        Sweep.each("reminder", remindDebtor.candidates(), remindDebtor::handle);
    }
}
