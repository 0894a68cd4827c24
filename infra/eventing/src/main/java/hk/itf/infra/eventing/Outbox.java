package hk.itf.infra.eventing;

import hk.itf.model.event.DomainEvent;
import hk.itf.model.event.EventCodec;
import hk.itf.model.id.Uuids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/**
 * Records the events of a use case in its transaction; the relay sends them after the commit. The row lock of {@code
 * event_stream} keeps the events of an aggregate in order: another transaction waits for its next number until this one
 * has ended.
 */
@ApplicationScoped
public class Outbox {

    private static final Logger LOG = Logger.getLogger(Outbox.class);

    private static final String APPEND = """
            with stream as (
              insert into event_stream (aggregate_type, aggregate_id, last) values (:aggregateType, :aggregateId, 1)
              on conflict (aggregate_type, aggregate_id) do update set last = event_stream.last + 1
              returning last),
            logged as (
              insert into event_log (event_id, aggregate_type, aggregate_id, sequence, epoch, event_type, topic, body,
                                     correlation_id, traceparent)
              select :eventId, :aggregateType, :aggregateId, stream.last, source.epoch, :eventType, :topic,
                     cast(:body as json), :correlationId, :traceparent
              from stream, event_source source
              returning position)
            insert into to_send (position) select position from logged
            """;

    private final EntityManager entities;
    private final TransactionSynchronizationRegistry transaction;
    private final OutboxRelay relay;

    Outbox(EntityManager entities, TransactionSynchronizationRegistry transaction, OutboxRelay relay) {
        this.entities = entities;
        this.transaction = transaction;
        this.relay = relay;
    }

    /**
     * Records an event for sending. Flushes first, so that a stale aggregate is refused before the event gets a number.
     *
     * @throws jakarta.persistence.OptimisticLockException when an aggregate of this transaction is stale
     */
    @Transactional(TxType.MANDATORY)
    public void append(DomainEvent event) {
        var type = EventCodec.typeOf(event.getClass());
        entities.flush();
        entities.createNativeQuery(APPEND)
                .setParameter("aggregateType", event.aggregate().type())
                .setParameter("aggregateId", event.aggregate().id())
                .setParameter("eventId", Uuids.next())
                .setParameter("eventType", type)
                .setParameter("topic", EventCodec.topicOf(event.getClass()))
                .setParameter("body", EventCodec.encode(event))
                .setParameter("correlationId", text(MDC.get("correlation")))
                .setParameter("traceparent", EventTraces.currentTraceparent())
                .executeUpdate();
        transaction.registerInterposedSynchronization(new WakeRelay());
        LOG.infof("%s %s by %s", type, event.aggregate(), event.actor());
    }

    public void append(List<? extends DomainEvent> events) {
        events.forEach(this::append);
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    private final class WakeRelay implements Synchronization {
        @Override
        public void beforeCompletion() {
            // the relay is woken after the commit
        }

        @Override
        public void afterCompletion(int status) {
            relay.wake();
        }
    }
}
