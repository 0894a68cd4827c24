package hk.itf.infra.eventing.inbox;

import hk.itf.model.event.AggregateKey;
import hk.itf.model.event.DomainEvent;
import hk.itf.model.event.EventHash;
import hk.itf.model.event.EventHeaders;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event as received.
 *
 * @param body the JSON text of the event
 * @param content the event that the body tells; null while the body is not read: for a type that this build does not know, and for
 *     an event that waited
 */
record IncomingEvent(
        EventHeaders headers, String body, @Nullable DomainEvent content) {

    String source() {
        return headers.source();
    }

    AggregateKey aggregate() {
        return headers.aggregate();
    }

    long sequence() {
        return headers.sequence();
    }

    int epoch() {
        return headers.epoch();
    }

    /** The hash of the event; null when it does not name its predecessor. */
    @Nullable
    String hash() {
        return EventHash.of(headers, body);
    }

    UUID id() {
        return headers.id();
    }

    String type() {
        return headers.type();
    }

    @Nullable
    String correlationId() {
        return headers.correlationId();
    }

    @Nullable
    String traceparent() {
        return headers.traceparent();
    }
}
