package hk.itf.applications.report;

import hk.itf.applications.ApplicationsSettings;
import hk.itf.applications.grant.AwaitedClaims.Awaited;
import hk.itf.infra.clock.Candidate;
import hk.itf.infra.clock.Sweep;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;

/** Finds the reports that are overdue or due soon. */
@ApplicationScoped
class ReportSweeper {

    private final MarkReportOverdue markOverdue;
    private final RemindOfReport remind;
    private final Sweep<Candidate<Awaited>> overdue =
            Sweep.ofWaiting("overdue report", ApplicationsSettings.SWEEP_WINDOW);
    private final Sweep<Candidate<Awaited>> coming =
            Sweep.ofWaiting("report due soon", ApplicationsSettings.SWEEP_WINDOW);

    ReportSweeper(MarkReportOverdue markOverdue, RemindOfReport remind) {
        this.markOverdue = markOverdue;
        this.remind = remind;
    }

    @Scheduled(every = "{itf.applications.sweep-every}", concurrentExecution = ConcurrentExecution.SKIP)
    void sweep() {
        overdue.run(markOverdue::late, Candidate.ifDue(markOverdue::handle));
        coming.run(remind::dueSoon, Candidate.ifDue(remind::handle));
    }
}
