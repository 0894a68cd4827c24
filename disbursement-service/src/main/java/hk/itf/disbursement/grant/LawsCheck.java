package hk.itf.disbursement.grant;

import hk.itf.infra.clock.HongKong;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/**
 * Checks all laws of money every night and after a start. A broken law is an alarm: an error in the log that names the rows, and the
 * gauge {@code itf.laws.broken}, which is -1 until the first check.
 */
@ApplicationScoped
class LawsCheck {

    private static final Logger LOG = Logger.getLogger(LawsCheck.class);
    private static final int NOT_CHECKED = -1;
    private static final int LONGEST_SECONDS = 1_800;

    private final CoherenceQueries laws;
    private final AtomicInteger broken = new AtomicInteger(NOT_CHECKED);

    LawsCheck(CoherenceQueries laws, MeterRegistry metrics) {
        this.laws = laws;
        metrics.gauge("itf.laws.broken", broken);
    }

    /** In a thread of its own, so that the start of the service does not wait. */
    void afterStart(@Observes @Priority(10_000) StartupEvent started) {
        Thread.ofVirtual().name("laws-after-start").start(this::nightly);
    }

    @Scheduled(cron = "0 0 2 * * ?", timeZone = HongKong.ZONE_ID)
    void nightly() {
        try {
            check();
        } catch (RuntimeException e) {
            broken.set(NOT_CHECKED);
            LOG.error("The laws of money could not be checked.", e);
        }
    }

    /** Returns the number of broken laws. */
    int check() {
        var result = QuarkusTransaction.requiringNew().timeout(LONGEST_SECONDS).call(laws::check);
        var breaches = result.checks().stream().filter(each -> !each.ok()).toList();
        breaches.forEach(each -> LOG.errorf("A law of money is broken: %s Rows: %s", each.law(), each.detail()));
        broken.set(breaches.size());
        if (breaches.isEmpty()) {
            LOG.infof("All %d laws of money hold.", result.checks().size());
        }
        return breaches.size();
    }
}
