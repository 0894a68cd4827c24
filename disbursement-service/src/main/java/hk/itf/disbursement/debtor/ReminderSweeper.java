package hk.itf.disbursement.debtor;

import hk.itf.disbursement.DisbursementSettings;
import hk.itf.disbursement.receivable.Receivables.ToRemind;
import hk.itf.infra.clock.Sweep;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;

/** Reminds debtors when their receivables reach a reminder level. */
@ApplicationScoped
class ReminderSweeper {

    private final RemindDebtor remindDebtor;
    private final Sweep<ToRemind> receivables;

    ReminderSweeper(RemindDebtor remindDebtor, DisbursementSettings settings) {
        this.remindDebtor = remindDebtor;
        this.receivables = Sweep.ofDue("reminder of receivable", settings.sweepPage());
    }

    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    void sweep() {
        receivables.run(remindDebtor::candidates, receivable -> remindDebtor.handle(receivable.id()));
    }
}
