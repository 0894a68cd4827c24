package hk.itf.infra.eventing.heads;

import hk.itf.infra.eventing.EventingSettings;
import hk.itf.infra.eventing.heads.StreamHeads.Head;
import hk.itf.model.event.EventCodec;
import hk.itf.model.json.Json;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Compares received heads with the events that this service has applied, and keeps those that do not match. */
@ApplicationScoped
public class HeadsComparison {

    /** The stream of a head h in the inbox. The limit makes PostgreSQL read the index once for each stream. */
    private static final String KEEP_UNMATCHED = """
            insert into unmatched_head as u (source, aggregate_type, aggregate_id, sequence, hash, read_at)
            select h.source, h.type, h.id, h.sequence, h.hash, ?
            from unnest(?, ?, ?, ?, ?) as h (source, type, id, sequence, hash)
            left join lateral (
              select s.sequence, case s.last_event_sequence when s.sequence then s.last_event_hash end as hash
              from applied_sequence s
              where s.source = h.source and s.aggregate_type = h.type and s.aggregate_id = h.id
              limit 1) as a on true
            where coalesce(a.sequence, 0) < h.sequence or (a.sequence = h.sequence and a.hash <> h.hash)
            on conflict (source, aggregate_type, aggregate_id)
            do update set sequence = excluded.sequence, hash = excluded.hash, read_at = excluded.read_at
            where u.read_at < excluded.read_at
            """;

    private final AgroalDataSource database;
    private final EventingSettings settings;

    HeadsComparison(AgroalDataSource database, EventingSettings settings) {
        this.database = database;
        this.settings = settings;
    }

    /** The topics with the heads of the services whose events this service reads. */
    public List<String> topics() {
        return settings.listensTo().stream()
                .map(EventCodec::sourceOf)
                .flatMap(Optional::stream)
                .map(StreamHeads::topicOf)
                .toList();
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
                var statement = connection.prepareStatement(KEEP_UNMATCHED)) {
            statement.setTimestamp(1, Timestamp.from(heads.readAt()));
            statement.setArray(2, array(connection, "text", heads, each -> source));
            statement.setArray(3, array(connection, "text", heads, Head::type));
            statement.setArray(4, array(connection, "text", heads, Head::id));
            statement.setArray(5, array(connection, "bigint", heads, Head::sequence));
            statement.setArray(6, array(connection, "text", heads, Head::hash));
            statement.executeUpdate();
        }
    }

    private static Array array(Connection connection, String type, StreamHeads heads, Function<Head, Object> column)
            throws SQLException {
        return connection.createArrayOf(type, heads.heads().stream().map(column).toArray());
    }
}
