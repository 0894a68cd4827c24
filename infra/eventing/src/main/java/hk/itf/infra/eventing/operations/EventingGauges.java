package hk.itf.infra.eventing.operations;

import hk.itf.infra.eventing.inbox.WaitingState;
import hk.itf.infra.sql.PlainQuery;
import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Gauges for alarms: how long the oldest event has waited in each state, the oldest record has been set aside, and the oldest new event
 * has not been sent, in seconds; zero when there is none. Also how long ago the last publication of heads ended. An event that waits in a gap, for another event, or for a newer build is normal for seconds and an alarm after
 * minutes; a parked event or a record set aside is an alarm at once.
 */
@ApplicationScoped
class EventingGauges {

    private static final String SET_ASIDE = "SET_ASIDE";
    private static final String UNSENT = "UNSENT";
    private static final String HEADS = "HEADS";

    private final AgroalDataSource database;
    private final Map<String, Long> ages = new ConcurrentHashMap<>();

    EventingGauges(AgroalDataSource database, MeterRegistry metrics) {
        this.database = database;
        for (var state : WaitingState.values()) {
            metrics.gauge(
                    "itf.eventing.waiting.age", Tags.of("state", state.name()), this, each -> each.age(state.name()));
        }
        metrics.gauge("itf.eventing.set.aside.age", this, each -> each.age(SET_ASIDE));
        metrics.gauge("itf.eventing.unsent.age", this, each -> each.age(UNSENT));
        metrics.gauge("itf.eventing.heads.age", this, each -> each.age(HEADS));
    }

    /** Reads the ages from the database, so that every replica reports the same. */
    @Scheduled(every = "15s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @Transactional
    void refresh() {
        PlainQuery.of(database, """
                        select state, coalesce(cast(extract(epoch from clock_timestamp() - since) as bigint), 0)
                        from unnest(array['GAP', 'EARLY', 'UNKNOWN', 'PARKED']) as states (state)
                        left join lateral (
                          select w.since from waiting_event w where w.state = states.state order by w.since limit 1) oldest on true
                        union all
                        select 'SET_ASIDE', coalesce(cast(extract(epoch from clock_timestamp() - min(recorded_at)) as bigint), 0)
                        from set_aside_record where resolution is null
                        union all
                        select 'UNSENT', coalesce(max(cast(extract(epoch from clock_timestamp() - recorded_at) as bigint)), 0)
                        from (select l.recorded_at from to_send s join event_log l using (position)
                              where not s.republished order by s.position limit 1) oldest
                        union all
                        select 'HEADS', cast(extract(epoch from clock_timestamp() - ended_at) as bigint) from heads_publication
                        """).list(row -> ages.put(row.text(1), row.number(2)));
    }

    private long age(String what) {
        return ages.getOrDefault(what, 0L);
    }
}
