package hk.itf.infra.eventing.heads;

import hk.itf.infra.eventing.EventingSettings;
import hk.itf.infra.sql.PlainQuery;
import hk.itf.model.event.EventCodec;
import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;

/**
 * Finds the streams of other services whose last events are lost on the way, or differ: they have been behind their published head for a
 * minute, although this service has read everything that was sent until then, and no event of theirs waits. Each is an alarm, in
 * the log and as a gauge. A republication by the source heals a loss.
 */
@ApplicationScoped
public class StreamsBehind {

    private static final Logger LOG = Logger.getLogger(StreamsBehind.class);

    private static final int FORGOTTEN_AT_ONCE = 10_000;

    private static final String NEWEST =
            "select read_at from unmatched_head where source = :source order by read_at desc limit 1";

    private static final String FORGET_MATCHED = """
            delete from unmatched_head where ctid = any (array(
              select u.ctid from unmatched_head u join applied_sequence a
                on a.source = u.source and a.aggregate_type = u.aggregate_type and a.aggregate_id = u.aggregate_id
              where u.source = ?
                and (a.sequence > u.sequence
                  or a.sequence = u.sequence
                    and (case a.last_hash_sequence when a.sequence then a.last_hash end <> u.hash) is not true)
              limit ?))
            """;

    /** Events that wait have alarms of their own, and an operator has looked at those that were dropped. */
    private static final String UNMATCHED = """
            select u.source, u.aggregate_type, u.aggregate_id, u.sequence, coalesce(a.sequence, 0), u.since
            from unmatched_head u
            left join applied_sequence a
              on a.source = u.source and a.aggregate_type = u.aggregate_type and a.aggregate_id = u.aggregate_id
            where u.source = :source and u.since < clock_timestamp() - interval '1 minute'
              and not exists (
                select from waiting_event w
                where w.aggregate_id = u.aggregate_id and w.source = u.source and w.aggregate_type = u.aggregate_type)
              and not exists (
                select from dropped_event d
                where d.aggregate_id = u.aggregate_id and d.source = u.source and d.aggregate_type = u.aggregate_type
                  and d.sequence = u.sequence and (d.hash = u.hash) is not false)
            order by u.since limit 200
            """;

    /**
     * A stream whose last events are missing here, or differ.
     *
     * @param type the type of the aggregate
     * @param id the id of the aggregate
     * @param published the number of the last event at the source
     * @param applied the number of the last event that this service has applied; the same as {@code published} when the events differ
     * @param since when the stream was first found behind
     */
    public record StreamBehindView(
            String source, String type, String id, long published, long applied, Instant since) {}

    private final AgroalDataSource database;
    private final EventingSettings settings;
    private final ReadProgress progress;
    private volatile List<StreamBehindView> behind = List.of();

    StreamsBehind(AgroalDataSource database, EventingSettings settings, ReadProgress progress, MeterRegistry metrics) {
        this.database = database;
        this.settings = settings;
        this.progress = progress;
        metrics.gauge("itf.eventing.streams.behind", this, each -> each.behind.size());
    }

    /** The streams that the last check found behind, longest first, at most 200 of each source. */
    public List<StreamBehindView> list() {
        return behind;
    }

    @Scheduled(every = "60s", delayed = "60s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void check() {
        if (!settings.enabled()) {
            return;
        }
        try {
            var found = new ArrayList<StreamBehindView>();
            for (var topic : settings.listensTo()) {
                found.addAll(behindOn(topic, EventCodec.sourceOf(topic).orElseThrow()));
            }
            report(List.copyOf(found));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            LOG.warnf("The broker did not say how far its topics are read: %s", e.getMessage());
        }
    }

    /** While this service still reads what was sent before the heads were read, nothing is looked up: it may match then. */
    private List<StreamBehindView> behindOn(String topic, String source)
            throws InterruptedException, ExecutionException, TimeoutException {
        var newest = QuarkusTransaction.requiringNew()
                .call(() ->
                        PlainQuery.of(database, NEWEST).set("source", source).list(row -> row.instant(1)));
        if (newest.isEmpty() || !progress.hasRead(topic, newest.getFirst())) {
            return List.of();
        }
        while (QuarkusTransaction.requiringNew().call(() -> forgetMatched(source)) == FORGOTTEN_AT_ONCE) {
            LOG.debugf("%d heads of %s match", FORGOTTEN_AT_ONCE, source);
        }
        return QuarkusTransaction.requiringNew().call(() -> unmatched(source));
    }

    private int forgetMatched(String source) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(FORGET_MATCHED)) {
            statement.setString(1, source);
            statement.setInt(2, FORGOTTEN_AT_ONCE);
            return statement.executeUpdate();
        }
    }

    List<StreamBehindView> unmatched(String source) {
        return PlainQuery.of(database, UNMATCHED)
                .set("source", source)
                .list(row -> new StreamBehindView(
                        row.text(1), row.text(2), row.text(3), row.number(4), row.number(5), row.instant(6)));
    }

    private void report(List<StreamBehindView> found) {
        if (found.equals(behind)) {
            return; // reported before
        }
        behind = found;
        if (found.isEmpty()) {
            LOG.info("No stream is behind its head any more.");
        }
        for (var each : found) {
            if (each.published() == each.applied()) {
                LOG.errorf(
                        "Event %d of %s/%s from %s is not the one that is applied here. Compare both services.",
                        each.published(), each.type(), each.id(), each.source());
            } else {
                LOG.errorf(
                        "The stream of %s/%s from %s is behind: event %d is its last, event %d is applied. Send its events again.",
                        each.type(), each.id(), each.source(), each.published(), each.applied());
            }
        }
    }
}
