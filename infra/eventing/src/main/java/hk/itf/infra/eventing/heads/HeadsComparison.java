package hk.itf.infra.eventing.heads;

import hk.itf.infra.eventing.EventingSettings;
import hk.itf.infra.eventing.KafkaClients;
import hk.itf.infra.eventing.heads.StreamHeads.Head;
import hk.itf.model.event.EventCodec;
import hk.itf.model.json.Json;
import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;

/** Compares received heads with the events that this service has applied, and keeps those that do not match. */
@ApplicationScoped
public class HeadsComparison {

    private static final Logger LOG = Logger.getLogger(HeadsComparison.class);

    /** The stream of a head h in the inbox. The limit makes PostgreSQL read the index once for each stream. */
    private static final String KEEP_UNMATCHED = """
            insert into unmatched_head as u (source, aggregate_type, aggregate_id, sequence, hash, read_at)
            select h.source, h.type, h.id, h.sequence, h.hash, ?
            from unnest(?, ?, ?, ?, ?) as h (source, type, id, sequence, hash)
            left join lateral (
              select s.sequence, case s.last_hash_sequence when s.sequence then s.last_hash end as hash
              from applied_sequence s
              where s.source = h.source and s.aggregate_type = h.type and s.aggregate_id = h.id
              limit 1) as a on true
            where coalesce(a.sequence, 0) < h.sequence or (a.sequence = h.sequence and a.hash <> h.hash)
            on conflict (source, aggregate_type, aggregate_id)
            do update set sequence = excluded.sequence, hash = excluded.hash, read_at = excluded.read_at
            where u.read_at < excluded.read_at
            """;

    /** The heads of an earlier publication: what did not match then does now, because the source has gone back. */
    private static final String FORGET_EARLIER = """
            delete from unmatched_head u using unnest(?, ?, ?) as h (source, type, id)
            where u.source = h.source and u.aggregate_type = h.type and u.aggregate_id = h.id and u.read_at < ?
            """;

    private final AgroalDataSource database;
    private final EventingSettings settings;

    private final KafkaClients kafka;
    private final Set<String> forbidden = ConcurrentHashMap.newKeySet();
    private final AtomicInteger leftOut = new AtomicInteger();

    HeadsComparison(AgroalDataSource database, EventingSettings settings, KafkaClients kafka, MeterRegistry metrics) {
        this.database = database;
        this.settings = settings;
        this.kafka = kafka;
        metrics.gauge("itf.eventing.heads.left.out", leftOut);
    }

    /**
     * The topics with the heads of the services whose events this service reads, without those that it cannot read: they must not
     * stop the intake of events. A missing one is tried again when the event loop starts again, a forbidden one when the service does.
     */
    public List<String> readableTopics() {
        var readable = new ArrayList<String>();
        for (var listened : settings.listensTo()) {
            var topic = StreamHeads.topicOf(EventCodec.sourceOf(listened).orElseThrow());
            if (!forbidden.contains(topic) && exists(topic)) {
                readable.add(topic);
            }
        }
        leftOut.set(settings.listensTo().size() - readable.size());
        return readable;
    }

    /** Leaves topics of heads out that this service has no permission to read. */
    public void leaveOut(Set<String> topics) {
        forbidden.addAll(topics);
    }

    private boolean exists(String topic) {
        try {
            kafka.ensureTopics(List.of(topic), HeadsPublisher.KEPT);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (TimeoutException | RuntimeException e) {
            LOG.errorf("%s cannot be read, so these heads are not compared: %s", topic, e.getMessage());
        }
        return false;
    }

    public boolean isAbout(ConsumerRecord<byte[], byte[]> record) {
        return StreamHeads.sourceOf(record.topic()).isPresent();
    }

    /**
     * Keeps the streams that are behind their head, or have another last event. {@link StreamsBehind} tells later which of them were
     * only on their way.
     *
     * @throws Json.UnreadableJsonException when the record is not the heads of streams
     */
    public void compare(ConsumerRecord<byte[], byte[]> record) throws SQLException {
        var source = StreamHeads.sourceOf(record.topic()).orElseThrow();
        var heads = Json.read(
                new String(Objects.requireNonNull(record.value(), "value"), StandardCharsets.UTF_8), StreamHeads.class);
        try (var connection = database.getConnection();
                var keep = connection.prepareStatement(KEEP_UNMATCHED);
                var forget = connection.prepareStatement(FORGET_EARLIER)) {
            var readAt = Timestamp.from(heads.readAt());
            var sources = array(connection, "text", heads, each -> source);
            var types = array(connection, "text", heads, Head::type);
            var ids = array(connection, "text", heads, Head::id);
            keep.setTimestamp(1, readAt);
            keep.setArray(2, sources);
            keep.setArray(3, types);
            keep.setArray(4, ids);
            keep.setArray(5, array(connection, "bigint", heads, Head::sequence));
            keep.setArray(6, array(connection, "text", heads, Head::hash));
            keep.executeUpdate();
            forget.setArray(1, sources);
            forget.setArray(2, types);
            forget.setArray(3, ids);
            forget.setTimestamp(4, readAt);
            forget.executeUpdate();
        }
    }

    private static Array array(Connection connection, String type, StreamHeads heads, Function<Head, Object> column)
            throws SQLException {
        return connection.createArrayOf(type, heads.heads().stream().map(column).toArray());
    }
}
