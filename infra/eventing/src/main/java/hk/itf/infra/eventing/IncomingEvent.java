package hk.itf.infra.eventing;

import hk.itf.model.event.AggregateKey;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An event as it arrived, before its body is read. */
record IncomingEvent(
        String source,
        AggregateKey aggregate,
        long sequence,
        int epoch,
        UUID id,
        String type,
        String body,
        @Nullable String correlationId,
        @Nullable String traceparent) {}
