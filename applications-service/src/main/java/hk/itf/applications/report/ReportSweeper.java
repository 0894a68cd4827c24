package hk.itf.applications.report;

import hk.itf.infra.clock.Sweep;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;

/** Finds the reports that are overdue or due soon. */
@ApplicationScoped
class ReportSweeper {

    private final MarkReportOverdue markOverdue;
    private final RemindOfReport remind;

    ReportSweeper(MarkReportOverdue markOverdue, RemindOfReport remind) {
        this.markOverdue = markOverdue;
        this.remind = remind;
    }

    @Scheduled(every = "{itf.applications.sweep-every}", concurrentExecution = ConcurrentExecution.SKIP)
    void sweep() {
        Sweep.each("overdue report", markOverdue.late(), markOverdue::handle);
        Sweep.each("report due soon", remind.dueSoon(), remind::handle);
    }
}
