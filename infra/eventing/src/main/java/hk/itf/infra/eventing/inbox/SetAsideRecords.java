package hk.itf.infra.eventing.inbox;

import static hk.itf.model.NamedValue.value;

import hk.itf.infra.eventing.Failures;
import hk.itf.infra.sql.PlainQuery;
import hk.itf.model.DomainException;
import hk.itf.model.id.PersonId;
import hk.itf.model.json.Json;
import hk.itf.model.json.Sha256;
import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Kafka records that are no events, that their sender may not send, or whose event has the number of another one. They are kept with their raw bytes until an operator drops or
 * replays them; the next record of the topic is handled.
 */
@ApplicationScoped
public class SetAsideRecords {

    private static final Logger LOG = Logger.getLogger(SetAsideRecords.class);

    /**
     * A record that was set aside.
     *
     * @param id the number of the record in this service
     * @param key the key as text, for an event the id of its aggregate; bytes that are no ASCII are written as octal numbers. Null
     *     when the record has no key
     * @param reason why it was set aside
     */
    public record SetAsideRecordView(
            long id,
            String topic,
            int partition,
            long offset,
            @Nullable String key,
            String reason,
            Instant since) {}

    /**
     * A header of a record.
     *
     * @param value the raw value in Base64; null when the header has none
     */
    public record RawHeader(String name, @Nullable String value) {}

    /**
     * A record with everything it holds, for a look at it outside the platform.
     *
     * @param key the raw key in Base64; null when the record has none
     * @param value the raw value in Base64; null when the record has none
     */
    public record RawRecordView(
            SetAsideRecordView record,
            @Nullable String key,
            @Nullable String value,
            List<RawHeader> headers) {}

    private final AgroalDataSource database;
    private final EventReader reader;
    private final EventInbox inbox;
    private final MeterRegistry metrics;

    SetAsideRecords(AgroalDataSource database, EventReader reader, EventInbox inbox, MeterRegistry metrics) {
        this.database = database;
        this.reader = reader;
        this.inbox = inbox;
        this.metrics = metrics;
    }

    /** Keeps a record. The same bytes are kept once, also when they are sent again. */
    void setAside(ConsumerRecord<byte[], byte[]> record, String reason) throws SQLException {
        metrics.counter("itf.eventing.set.aside", "topic", record.topic()).increment();
        var headers = Json.write(headers(record));
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement("""
                        insert into set_aside_record (topic, partition, "offset", record_key, record_value, headers, reason,
                                                      content_sha256)
                        values (?, ?, ?, ?, ?, cast(? as json), ?, ?)
                        on conflict (topic, content_sha256) do nothing
                        """)) {
            statement.setString(1, record.topic());
            statement.setInt(2, record.partition());
            statement.setLong(3, record.offset());
            statement.setBytes(4, record.key());
            statement.setBytes(5, record.value());
            statement.setString(6, headers);
            statement.setString(7, Failures.storable(reason));
            statement.setString(8, Sha256.of(base64(record.key()) + "." + base64(record.value()) + "." + headers));
            if (statement.executeUpdate() == 1) {
                LOG.errorf("%s-%d@%d is set aside: %s", record.topic(), record.partition(), record.offset(), reason);
            }
        }
    }

    /** The records that no operator has dropped or replayed, oldest first, at most 200. */
    @Transactional
    public List<SetAsideRecordView> list() {
        return PlainQuery.of(database, """
                        select id, topic, partition, "offset", left(encode(record_key, 'escape'), 256), reason, recorded_at
                        from set_aside_record where resolution is null order by recorded_at, id limit 200
                        """)
                .list(row -> new SetAsideRecordView(
                        row.number(1),
                        row.text(2),
                        Math.toIntExact(row.number(3)),
                        row.number(4),
                        row.text(5),
                        row.text(6),
                        row.instant(7)));
    }

    /**
     * One record with its raw bytes, also after it was dropped or replayed.
     *
     * @throws DomainException NOT_FOUND without such a record
     */
    @Transactional
    public RawRecordView export(long id) throws SQLException {
        return stored(id, false).view();
    }

    /** @throws DomainException NOT_FOUND when there is no such record, or it was dropped or replayed */
    @Transactional
    public void drop(long id, PersonId by, String because) throws SQLException {
        stored(id, true);
        resolve(id, "DROPPED", by, because);
        LOG.infof("set-aside record %d dropped by %s", id, by);
    }

    /**
     * Receives the record again, as if it had just arrived.
     *
     * @throws DomainException NOT_FOUND when there is no such record, or it was dropped or replayed; CONFLICT when it still is no
     *     event, or its event cannot be applied
     */
    @Transactional
    public void replay(long id, PersonId by) throws SQLException {
        var stored = stored(id, true);
        try {
            inbox.receiveAlone(reader.read(stored.record()));
        } catch (NotAnEventException e) {
            throw DomainException.conflict("still-no-event", value("reason", String.valueOf(e.getMessage())));
        } catch (ContestedNumberException e) {
            throw DomainException.conflict("contested-number");
        } catch (EventDelivery.NotAppliedException e) {
            throw DomainException.conflict("event-not-applicable", value("reason", Failures.reason(e)));
        }
        resolve(id, "REPLAYED", by, null);
        LOG.infof("set-aside record %d replayed by %s", id, by);
    }

    private Stored stored(long id, boolean open) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement("""
                        select id, topic, partition, "offset", left(encode(record_key, 'escape'), 256), reason, recorded_at,
                               record_key, record_value, headers, resolution
                        from set_aside_record where id = ? for update
                        """)) {
            statement.setLong(1, id);
            try (var row = statement.executeQuery()) {
                if (!row.next() || (open && row.getString(11) != null)) {
                    throw DomainException.notFound("set-aside-record");
                }
                return Stored.read(row);
            }
        }
    }

    private void resolve(long id, String resolution, PersonId by, @Nullable String because) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement("""
                        update set_aside_record
                        set resolution = ?, resolved_by = ?, resolved_because = ?, resolved_at = clock_timestamp()
                        where id = ?
                        """)) {
            statement.setString(1, resolution);
            statement.setObject(2, by.value());
            statement.setString(3, because);
            statement.setLong(4, id);
            statement.executeUpdate();
        }
    }

    private static List<RawHeader> headers(ConsumerRecord<byte[], byte[]> record) {
        var headers = new ArrayList<RawHeader>();
        record.headers().forEach(each -> headers.add(new RawHeader(each.key(), base64(each.value()))));
        return headers;
    }

    private static @Nullable String base64(byte @Nullable [] bytes) {
        return bytes == null ? null : Base64.getEncoder().encodeToString(bytes);
    }

    /** A row of the table: its view, and the record as it came from the topic. */
    private record Stored(RawRecordView view, ConsumerRecord<byte[], byte[]> record) {

        static Stored read(ResultSet row) throws SQLException {
            var key = row.getBytes(8);
            var value = row.getBytes(9);
            var headers = List.of(Json.read(row.getString(10), RawHeader[].class));
            var kafkaHeaders = new RecordHeaders();
            for (var each : headers) {
                kafkaHeaders.add(new RecordHeader(
                        each.name(),
                        each.value() == null ? null : Base64.getDecoder().decode(each.value())));
            }
            var view = new SetAsideRecordView(
                    row.getLong(1),
                    row.getString(2),
                    row.getInt(3),
                    row.getLong(4),
                    row.getString(5),
                    row.getString(6),
                    row.getTimestamp(7).toInstant());
            return new Stored(
                    new RawRecordView(view, base64(key), base64(value), headers),
                    new ConsumerRecord<>(
                            view.topic(),
                            view.partition(),
                            view.offset(),
                            ConsumerRecord.NO_TIMESTAMP,
                            TimestampType.NO_TIMESTAMP_TYPE,
                            ConsumerRecord.NULL_SIZE,
                            ConsumerRecord.NULL_SIZE,
                            key,
                            value,
                            kafkaHeaders,
                            Optional.empty()));
        }
    }
}
