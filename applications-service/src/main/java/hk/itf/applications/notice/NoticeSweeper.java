package hk.itf.applications.notice;

import hk.itf.infra.clock.Sweep;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;

/** Writes each notice that no file holds yet to a file, every second. */
@ApplicationScoped
class NoticeSweeper {

    private final WriteNotice writeNotice;

    NoticeSweeper(WriteNotice writeNotice) {
        this.writeNotice = writeNotice;
    }

    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    void sweep() {
        Sweep.each("notice", writeNotice.unwritten(), writeNotice::handle);
    }
}
