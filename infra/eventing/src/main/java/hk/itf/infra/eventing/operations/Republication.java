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
 * Sends recorded events again, every night those of the last seven days. The loss of an aggregate's last event leaves
 * no gap that consumers could notice. Consumers recognise duplicates by their sequence.
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

    /**
     * Queues the events of this time for sending, behind all new events. The end is recorded in {@code republication}.
     *
     * @return the number of queued events
     */
    @Transactional
    public int republish(Duration since) {
        var queued = ((Number) entities.createNativeQuery("""
                        with queued as (
                          insert into to_send (position, republished)
                          select l.position, true from event_log l
                          where l.recorded_at > clock_timestamp() - make_interval(secs => :seconds)
                          on conflict do nothing
                          returning position),
                        recorded as (
                          insert into republication (since, events, ended_at)
                          select clock_timestamp() - make_interval(secs => :seconds), count(*),
                                 case count(*) when 0 then clock_timestamp() end
                          from queued
                          returning events)
                        select events from recorded
                        """)
                        .setParameter("seconds", (double) since.toSeconds())
                        .getSingleResult())
                .intValue();
        LOG.infof("%d events of the last %s are sent again", queued, since);
        relay.wake();
        return queued;
    }
}
