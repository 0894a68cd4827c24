package hk.itf.disbursement.grant;

import hk.itf.infra.clock.HongKong;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/**
 * Checks all laws of money every night and after a start, each in a transaction of its own. A broken law is an alarm: an error in the log
 * that names the rows, and the gauge {@code itf.laws.broken}. The gauge {@code itf.laws.unchecked} counts the laws that the last check could
 * not check, all of them before the first.
 */
@ApplicationScoped
class LawSweeper {

    private static final Logger LOG = Logger.getLogger(LawSweeper.class);
    private static final int LONGEST_SECONDS = 900;

    private final CoherenceQueries laws;
    private final EntityManager entities;
    private final AtomicInteger broken = new AtomicInteger();
    private final AtomicInteger unchecked = new AtomicInteger(Law.values().length);

    LawSweeper(CoherenceQueries laws, EntityManager entities, MeterRegistry metrics) {
        this.laws = laws;
        this.entities = entities;
        metrics.gauge("itf.laws.broken", broken);
        metrics.gauge("itf.laws.unchecked", unchecked);
    }

    /** In a thread of its own, so that the start of the service does not wait. */
    void afterStart(@Observes @Priority(10_000) StartupEvent started) {
        Thread.ofVirtual().name("laws-after-start").start(this::nightly);
    }

    @Scheduled(cron = "0 0 2 * * ?", timeZone = HongKong.ZONE_ID)
    void nightly() {
        var breaches = 0;
        var failures = 0;
        for (var law : Law.values()) {
            try {
                var result = check(law);
                if (!result.ok()) {
                    breaches++;
                    LOG.errorf("A law of money is broken: %s Rows: %s", result.law(), result.detail());
                }
            } catch (RuntimeException e) {
                failures++;
                LOG.errorf(e, "The law %s could not be checked.", law);
            }
        }
        broken.set(breaches);
        unchecked.set(failures);
        if (breaches + failures == 0) {
            LOG.infof("All %d laws of money hold.", Law.values().length);
        }
    }

    /** The limits on the time of a request are too short for a law that reads all transfers. */
    private CoherenceView.Check check(Law law) {
        return QuarkusTransaction.requiringNew().timeout(LONGEST_SECONDS).call(() -> {
            entities.createNativeQuery("set local statement_timeout = '%ds'".formatted(LONGEST_SECONDS))
                    .executeUpdate();
            return laws.check(law);
        });
    }
}
