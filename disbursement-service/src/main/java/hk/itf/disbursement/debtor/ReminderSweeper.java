package hk.itf.disbursement.debtor;

import hk.itf.infra.duty.Sweep;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;

/** Reminds debtors as the days pass. */
@ApplicationScoped
class ReminderSweeper {

    private final RemindDebtor remindDebtor;

    ReminderSweeper(RemindDebtor remindDebtor) {
        this.remindDebtor = remindDebtor;
    }

    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    void sweep() {
        Sweep.each("reminder", remindDebtor.missing(), remindDebtor::handle);
    }
}
