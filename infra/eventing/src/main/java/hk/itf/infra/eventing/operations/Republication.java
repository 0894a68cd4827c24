package hk.itf.infra.eventing.operations;

import hk.itf.infra.clock.HongKong;
import hk.itf.infra.eventing.OutboxRelay;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Duration;
import org.jboss.logging.Logger;

/**
 * Says again what was said: a lost last event leaves no gap that a consumer could see, so the last seven days are sent
 * once more every night. Consumers know duplicates by their sequence.
 */
@ApplicationScoped
public class Republication {

    private static final Logger LOG = Logger.getLogger(Republication.class);
    private static final Duration NIGHTLY = Duration.ofDays(7);

    private final EntityManager entities;
    private final OutboxRelay relay;

    Republication(EntityManager entities, OutboxRelay relay) {
        this.entities = entities;
        this.relay = relay;
    }

    @Scheduled(cron = "0 30 3 * * ?", timeZone = HongKong.ZONE_ID)
    void nightly() {
        republish(NIGHTLY);
    }

    /** @return how many events were queued again */
    @Transactional
    public int republish(Duration since) {
        var queued = entities.createNativeQuery(
                        "insert into to_send (position) select position from event_log where recorded_at > clock_timestamp()"
                                + " - make_interval(secs => :seconds) on conflict do nothing")
                .setParameter("seconds", (double) since.toSeconds())
                .executeUpdate();
        LOG.infof("%d events of the last %s are sent again", queued, since);
        relay.wake();
        return queued;
    }
}
