package hk.itf.infra.eventing;

import hk.itf.model.event.EventHeaders;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Carries traces along with events, as W3C trace context. The span that records an event is the parent of the span that
 * applies it in another service.
 */
@ApplicationScoped
public class EventTraces {

    private static final String TRACEPARENT = "traceparent";
    private static final W3CTraceContextPropagator W3C = W3CTraceContextPropagator.getInstance();

    private final Tracer tracer;

    EventTraces(OpenTelemetry telemetry) {
        tracer = telemetry.getTracer("hk.itf.infra.eventing");
    }

    /** The current trace context; empty outside a trace. */
    static String currentTraceparent() {
        var carrier = new HashMap<String, String>();
        W3C.inject(Context.current(), carrier, (map, name, value) -> {
            if (map != null) {
                map.put(name, value);
            }
        });
        return carrier.getOrDefault(TRACEPARENT, "");
    }

    /** Starts the span that applies the event. The caller ends it. */
    public Span startSpan(EventHeaders event) {
        return tracer.spanBuilder("apply " + event.type())
                .setSpanKind(SpanKind.CONSUMER)
                .setParent(parentOf(event))
                .setAttribute("messaging.system", "kafka")
                .setAttribute("itf.event.id", event.id().toString())
                .setAttribute("itf.aggregate.id", event.aggregate().id())
                .startSpan();
    }

    private static Context parentOf(EventHeaders event) {
        var traceparent = event.traceparent();
        return traceparent == null
                ? Context.root()
                : W3C.extract(Context.root(), Map.of(TRACEPARENT, traceparent), new MapGetter());
    }

    private static final class MapGetter implements TextMapGetter<Map<String, String>> {

        @Override
        public Iterable<String> keys(Map<String, String> carrier) {
            return carrier.keySet();
        }

        @Override
        public @Nullable String get(@Nullable Map<String, String> carrier, String name) {
            return carrier == null ? null : carrier.get(name);
        }
    }
}
