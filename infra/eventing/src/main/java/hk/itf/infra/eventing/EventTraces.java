package hk.itf.infra.eventing;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.regex.Pattern;

/**
 * Carries a trace over the exchange of events: the span in which an event was appended (its W3C {@code traceparent}) is
 * the parent of the span in which it is applied, however much later that is, and of what is appended then.
 */
@ApplicationScoped
class EventTraces {

    private static final Pattern TRACEPARENT = Pattern.compile("00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})");

    private final Tracer tracer;

    EventTraces(OpenTelemetry telemetry) {
        tracer = telemetry.getTracer("hk.itf.infra.eventing");
    }

    /** The span of applying this event; whoever begins it ends it. */
    Span begin(IncomingEvent event) {
        return tracer.spanBuilder("apply " + event.type())
                .setSpanKind(SpanKind.CONSUMER)
                .setParent(parentOf(event.traceparent() == null ? "" : event.traceparent()))
                .setAttribute("messaging.system", "kafka")
                .setAttribute("itf.event.id", event.id().toString())
                .setAttribute("itf.aggregate.id", event.aggregate().id())
                .startSpan();
    }

    private static Context parentOf(String traceparent) {
        var parts = TRACEPARENT.matcher(traceparent);
        if (!parts.matches()) {
            return Context.root();
        }
        var parent = SpanContext.createFromRemoteParent(
                parts.group(1), parts.group(2), TraceFlags.fromHex(parts.group(3), 0), TraceState.getDefault());
        return Context.root().with(Span.wrap(parent));
    }
}
