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
import hk.itf.model.Wording;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Sends a notice about a report that is due within the notice period of the settings. */
@ApplicationScoped
class RemindOfReport {

    private final AwaitedClaims awaited;
    private final Applications applications;
    private final GrantTranches tranches;
    private final ApplicationsSettings settings;
    private final Notices notices;
    private final Clock clock;

    RemindOfReport(
            AwaitedClaims awaited,
            Applications applications,
            GrantTranches tranches,
            ApplicationsSettings settings,
            Notices notices,
            Clock clock) {
        this.awaited = awaited;
        this.applications = applications;
        this.tranches = tranches;
        this.settings = settings;
        this.notices = notices;
        this.clock = clock;
    }

    /** A page of awaited reports that are due soon, without a reminder. */
    @Transactional
    List<Candidate<Awaited>> dueSoon(Optional<Candidate<Awaited>> after) {
        var today = HongKong.dayOf(clock.instant());
        return awaited.comingUntil(today, noticeUntil(today), after, ApplicationsSettings.SWEEP_WINDOW);
    }

    /** Checks the report again under the lock of the grant, because the report may have arrived meanwhile. */
    @Transactional
    void handle(Awaited missing) {
        var now = clock.instant();
        var today = HongKong.dayOf(now);
        var application = applications.lock(missing.grant());
        awaited.comingUntil(today, noticeUntil(today), missing.id()).ifPresent(report -> {
            report.remind(now);
            notices.tell(
                    application.organisation(),
                    missing.grant(),
                    Wording.of(
                            "report-due",
                            value(
                                    "report",
                                    ReportView.title(
                                            report.kind(),
                                            tranches.get(report.tranche()).number())),
                            value("dueBy", report.dueBy().orElseThrow())));
        });
    }

    private LocalDate noticeUntil(LocalDate today) {
        return today.plusDays(settings.reportNoticeDays());
    }
}
