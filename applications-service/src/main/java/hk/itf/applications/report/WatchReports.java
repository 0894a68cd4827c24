package hk.itf.applications.report;

import hk.itf.applications.ApplicationsSettings;
import hk.itf.applications.application.Applications;
import hk.itf.applications.grant.AwaitedClaim;
import hk.itf.applications.grant.AwaitedClaims;
import hk.itf.applications.grant.AwaitedClaims.Missing;
import hk.itf.applications.grant.GrantTranches;
import hk.itf.applications.notice.Notices;
import hk.itf.infra.clock.HongKong;
import hk.itf.infra.duty.Sweep;
import hk.itf.infra.duty.Timeline;
import hk.itf.infra.eventing.Outbox;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;

/** Tells grantees which reports come near, and marks those whose day has passed. */
@ApplicationScoped
class WatchReports {

    private final AwaitedClaims awaited;
    private final Applications applications;
    private final GrantTranches tranches;
    private final ApplicationsSettings settings;
    private final Notices notices;
    private final Timeline timeline;
    private final Outbox outbox;
    private final Clock clock;

    WatchReports(
            AwaitedClaims awaited,
            Applications applications,
            GrantTranches tranches,
            ApplicationsSettings settings,
            Notices notices,
            Timeline timeline,
            Outbox outbox,
            Clock clock) {
        this.awaited = awaited;
        this.applications = applications;
        this.tranches = tranches;
        this.settings = settings;
        this.notices = notices;
        this.timeline = timeline;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Scheduled(every = "{itf.applications.sweep-every}", concurrentExecution = ConcurrentExecution.SKIP)
    void sweep() {
        var today = HongKong.dayOf(clock.instant());
        var until = today.plusDays(settings.reportNoticeDays());
        var overdue = QuarkusTransaction.requiringNew().call(() -> awaited.overdueOn(today));
        Sweep.each("overdue", overdue, each -> QuarkusTransaction.requiringNew().run(() -> markOverdue(each, today)));
        var coming = QuarkusTransaction.requiringNew().call(() -> awaited.comingUntil(today, until));
        Sweep.each(
                "reminder of", coming, each -> QuarkusTransaction.requiringNew().run(() -> remind(each, today, until)));
    }

    private void markOverdue(Missing missing, LocalDate today) {
        var application = applications.locked(missing.grant());
        awaited.overdueOn(today, missing.id()).ifPresent(report -> {
            var now = clock.instant();
            var overdue = report.markOverdue(now);
            timeline.note(
                    missing.grant(),
                    "tranche/" + report.tranche(),
                    "REPORT_OVERDUE",
                    overdue.actor(),
                    "%s due by %s".formatted(overdue.kind(), overdue.dueBy()),
                    now);
            notices.tell(
                    application.organisation(),
                    missing.grant(),
                    "report-overdue",
                    "%s was due by %s. Nothing of the grant is paid until it is accepted."
                            .formatted(title(report), overdue.dueBy()));
            outbox.append(overdue);
        });
    }

    private void remind(Missing missing, LocalDate today, LocalDate until) {
        var application = applications.locked(missing.grant());
        awaited.comingUntil(today, until, missing.id()).ifPresent(report -> {
            report.remind(clock.instant());
            notices.tell(
                    application.organisation(),
                    missing.grant(),
                    "report-due",
                    "%s is due by %s.".formatted(title(report), report.dueBy().orElseThrow()));
        });
    }

    private String title(AwaitedClaim report) {
        return ReportView.title(report.kind(), tranches.get(report.tranche()).number());
    }
}
