package hk.itf.infra.eventing.inbox;

import hk.itf.infra.eventing.EventConsumers;
import hk.itf.infra.eventing.EventTraces;
import hk.itf.infra.eventing.Reception;
import hk.itf.infra.eventing.inbox.WaitingEvents.Kept;
import hk.itf.model.event.DomainEvent;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.trace.StatusCode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/**
 * Hands one event, the next of its stream, to its consumer, in the trace and with the correlation id of the event. Runs in the
 * transaction of the caller, who records the outcome.
 */
@ApplicationScoped
class EventDelivery {

    private static final Logger LOG = Logger.getLogger(EventDelivery.class);

    /** The event could not be applied. It may be another event than the received one, which it waited for. */
    static final class NotAppliedException extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient IncomingEvent event;

        NotAppliedException(IncomingEvent event, Throwable cause) {
            super("event " + event.id() + " could not be applied", cause);
            this.event = event;
        }

        IncomingEvent event() {
            return event;
        }
    }

    private final EventStore store;
    private final EventReader reader;
    private final EventConsumers consumers;
    private final MeterRegistry metrics;
    private final EventTraces traces;
    private final EntityManager entities;

    EventDelivery(
            EventStore store,
            EventReader reader,
            EventConsumers consumers,
            MeterRegistry metrics,
            EventTraces traces,
            EntityManager entities) {
        this.store = store;
        this.reader = reader;
        this.consumers = consumers;
        this.metrics = metrics;
        this.traces = traces;
        this.entities = entities;
    }

    /**
     * Applies or ignores the event; empty when that is done, otherwise why it has to wait.
     *
     * @throws NotAppliedException when the content cannot be read, or the consumer fails
     */
    Optional<Kept> deliver(IncomingEvent event) throws SQLException {
        var content = read(event);
        if (content.isEmpty()) {
            metrics.counter("itf.eventing.unknown", "type", event.type()).increment();
            LOG.errorf(
                    "%s of %s is a type that this build does not know. It waits for a newer build.",
                    event.type(), event.aggregate());
            return Optional.of(new Kept(
                    WaitingState.UNKNOWN, "this build does not know the type; a newer build applies it", null));
        }
        switch (apply(event, content.get())) {
            case Reception.Applied() ->
                metrics.counter("itf.eventing.applied", "type", event.type()).increment();
            case Reception.Late(var because) -> {
                LOG.infof("%s %s ignored, because %s", event.type(), event.aggregate(), because);
                store.ignored(event, because);
            }
            case Reception.Early(var because, var waitsFor) -> {
                return Optional.of(
                        new Kept(WaitingState.EARLY, because, Objects.requireNonNullElse(waitsFor, event.aggregate())));
            }
        }
        return Optional.empty();
    }

    private Optional<DomainEvent> read(IncomingEvent event) {
        try {
            return reader.content(event);
        } catch (RuntimeException e) {
            throw new NotAppliedException(event, e);
        }
    }

    private Reception apply(IncomingEvent event, DomainEvent content) {
        var before = MDC.get("correlation");
        MDC.put("correlation", event.correlationId() == null ? event.id().toString() : event.correlationId());
        var span = traces.startSpan(event.headers());
        try (var _ = span.makeCurrent()) {
            var reception = consumers.receive(content);
            // A failure of the flush then belongs to this event, and the next flush has less to compare.
            entities.flush();
            entities.clear();
            return reception;
        } catch (RuntimeException | LinkageError | AssertionError | StackOverflowError e) {
            span.recordException(e);
            span.setStatus(StatusCode.ERROR);
            throw new NotAppliedException(event, e);
        } finally {
            span.end();
            restore(before);
        }
    }

    private static void restore(@Nullable Object before) {
        if (before == null) {
            MDC.remove("correlation");
        } else {
            MDC.put("correlation", before);
        }
    }
}
