package hk.itf.applications.report;

import static hk.itf.model.NamedValue.value;

import hk.itf.applications.ApplicationsSettings;
import hk.itf.applications.application.Applications;
import hk.itf.applications.grant.AwaitedClaims;
import hk.itf.applications.grant.AwaitedClaims.Awaited;
import hk.itf.applications.grant.GrantTranches;
import hk.itf.applications.notice.Notices;
import hk.itf.infra.clock.Candidate;
import hk.itf.infra.clock.HongKong;
import hk.itf.infra.eventing.Outbox;
import hk.itf.infra.timeline.Timeline;
import hk.itf.model.Wording;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Marks a report as overdue after its due date. Payments of the grant are on hold until the report is accepted. */
@ApplicationScoped
class MarkReportOverdue {

    private final AwaitedClaims awaited;
    private final Applications applications;
    private final GrantTranches tranches;
    private final Notices notices;
    private final Timeline timeline;
    private final Outbox outbox;
    private final Clock clock;

    MarkReportOverdue(
            AwaitedClaims awaited,
            Applications applications,
            GrantTranches tranches,
            Notices notices,
            Timeline timeline,
            Outbox outbox,
            Clock clock) {
        this.awaited = awaited;
        this.applications = applications;
        this.tranches = tranches;
        this.notices = notices;
        this.timeline = timeline;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** A page of awaited reports whose due day has passed. */
    @Transactional
    List<Candidate<Awaited>> late(Optional<Candidate<Awaited>> after) {
        return awaited.overdueOn(HongKong.dayOf(clock.instant()), after, ApplicationsSettings.SWEEP_WINDOW);
    }

    /** Checks the report again under the lock of the grant, because the report may have arrived meanwhile. */
    @Transactional
    void handle(Awaited missing) {
        var now = clock.instant();
        var application = applications.lock(missing.grant());
        awaited.overdueOn(HongKong.dayOf(now), missing.id()).ifPresent(report -> {
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
                    Wording.of(
                            "report-overdue",
                            value(
                                    "report",
                                    ReportView.title(
                                            report.kind(),
                                            tranches.get(report.tranche()).number())),
                            value("dueBy", overdue.dueBy())));
            outbox.append(overdue);
        });
    }
}
