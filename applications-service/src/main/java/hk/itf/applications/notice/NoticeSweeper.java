package hk.itf.applications.notice;

import hk.itf.applications.ApplicationsSettings;
import hk.itf.applications.notice.Notices.Notice;
import hk.itf.infra.clock.Sweep;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;

/** Writes each notice that no file holds yet to a file, every second. */
@ApplicationScoped
class NoticeSweeper {

    private final WriteNotice writeNotice;
    private final Sweep<Notice> notices = Sweep.ofDue("notice", ApplicationsSettings.SWEEP_PAGE);

    NoticeSweeper(WriteNotice writeNotice) {
        this.writeNotice = writeNotice;
    }

    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    void sweep() {
        notices.run(writeNotice::unwritten, writeNotice::handle);
    }
}
