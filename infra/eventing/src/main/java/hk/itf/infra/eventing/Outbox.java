package hk.itf.infra.eventing;

import hk.itf.infra.sql.RowsBeforeCommit;
import hk.itf.model.event.DomainEvent;
import hk.itf.model.event.EventCodec;
import hk.itf.model.event.EventHash;
import hk.itf.model.id.Uuids;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.SQLException;
import java.util.List;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/**
 * Records the events of a use case in its transaction; the relay sends them after the commit. The row lock of {@code
 * event_stream} keeps the events of an aggregate in order: another transaction waits for its next number until this one
 * has ended. Events are written just before the commit, so that this wait is short. Each event carries the hash of its predecessor. An
 * event says that its aggregate has moved: the
 * received events that waited for the aggregate are woken with the same statement.
 */
@ApplicationScoped
public class Outbox {

    private static final Logger LOG = Logger.getLogger(Outbox.class);

    private static final String APPEND = """
            with stream as (
              insert into event_stream as s (aggregate_type, aggregate_id, last, predecessor_hash, last_hash, last_hash_sequence)
              values (?, ?, 1, repeat('0', 64), event_hash(repeat('0', 64), 1, ?), 1)
              on conflict (aggregate_type, aggregate_id) do update
              set (last, predecessor_hash, last_hash, last_hash_sequence) = (
                select s.last + 1, before.hash, event_hash(before.hash, s.last + 1, ?), s.last + 1
                from (select case s.last_hash_sequence when s.last then s.last_hash
                             else recorded_hash(s.aggregate_type, s.aggregate_id, s.last) end as hash) before)
              returning aggregate_type, aggregate_id, last, predecessor_hash),
            logged as (
              insert into event_log (event_id, aggregate_type, aggregate_id, sequence, predecessor_hash, epoch, event_type, topic,
                                     body, correlation_id, traceparent)
              select ?, stream.aggregate_type, stream.aggregate_id, stream.last, stream.predecessor_hash, source.epoch, ?, ?,
                     cast(? as json), ?, ?
              from stream, event_source source
              returning position),
            woken as (
              update waiting_event set wakes = wakes + 1
              where state = 'EARLY' and waits_for_type = ? and waits_for_id = ?)
            insert into to_send (position) select position from logged
            """;

    /** An event that is not written yet, with the context of the request or event that caused it. */
    private record Appended(DomainEvent event, String correlationId, String traceparent) {}

    private final EntityManager entities;
    private final AgroalDataSource database;
    private final RowsBeforeCommit<Appended> rows;

    Outbox(
            EntityManager entities,
            AgroalDataSource database,
            TransactionSynchronizationRegistry transaction,
            OutboxRelay relay,
            WakeSignal waitingEvents) {
        this.entities = entities;
        this.database = database;
        rows = new RowsBeforeCommit<>(transaction, this::write, () -> {
            relay.wake();
            waitingEvents.raise();
        });
    }

    /** Records an event for sending. It gets its number within its aggregate just before the transaction commits. */
    @Transactional(TxType.MANDATORY)
    public void append(DomainEvent event) {
        entities.isJoinedToTransaction(); // opens the session of the transaction, which could not be opened during the
        // commit
        rows.add(new Appended(event, text(MDC.get("correlation")), EventTraces.currentTraceparent()));
        LOG.infof("%s %s by %s", EventCodec.typeOf(event.getClass()), event.aggregate(), event.actor());
    }

    public void append(List<? extends DomainEvent> events) {
        events.forEach(this::append);
    }

    /**
     * Flushes first, so that a stale aggregate is refused before its event gets a number.
     *
     * @throws jakarta.persistence.OptimisticLockException when an aggregate of this transaction is stale
     */
    private void write(List<Appended> events) throws SQLException {
        entities.flush();
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(APPEND)) {
            for (var each : events) {
                var event = each.event;
                var id = Uuids.next();
                var type = EventCodec.typeOf(event.getClass());
                var body = EventCodec.encode(event);
                var content = EventHash.ofContent(event.aggregate(), id, type, body);
                statement.setString(1, event.aggregate().type());
                statement.setString(2, event.aggregate().id());
                statement.setString(3, content);
                statement.setString(4, content);
                statement.setObject(5, id);
                statement.setString(6, type);
                statement.setString(7, EventCodec.topicOf(event.getClass()));
                statement.setString(8, body);
                statement.setString(9, each.correlationId);
                statement.setString(10, each.traceparent);
                statement.setString(11, event.aggregate().type());
                statement.setString(12, event.aggregate().id());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
