package hk.itf.infra.eventing;

import hk.itf.model.event.AggregateKey;
import hk.itf.model.event.EventHeaders;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An event as received: the headers are read, the body is not. */
record IncomingEvent(EventHeaders headers, String body) {

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
