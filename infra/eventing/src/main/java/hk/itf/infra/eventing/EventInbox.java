package hk.itf.infra.eventing;

import hk.itf.infra.eventing.EventStore.Applied;
import hk.itf.infra.eventing.EventStore.Stream;
import hk.itf.infra.eventing.EventStore.Waiting;
import hk.itf.model.event.EventCodec;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.trace.StatusCode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/**
 * Applies, skips or keeps received events. The last applied sequence of an aggregate tells a duplicate, the next event
 * and a gap apart. An applied event also releases the events of its grant that waited for it. Runs in the transaction
 * of the event loop, so that the effect, the applied sequence and outgoing events commit together.
 */
@ApplicationScoped
class EventInbox {

    private static final Logger LOG = Logger.getLogger(EventInbox.class);

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
    private final EventConsumers consumers;
    private final MeterRegistry metrics;
    private final EventTraces traces;
    private final EntityManager entities;

    EventInbox(
            EventStore store,
            EventConsumers consumers,
            MeterRegistry metrics,
            EventTraces traces,
            EntityManager entities) {
        this.store = store;
        this.consumers = consumers;
        this.metrics = metrics;
        this.traces = traces;
        this.entities = entities;
    }

    void receive(List<IncomingEvent> events) throws SQLException {
        store.lock(events.stream().map(event -> event.aggregate().id()).collect(Collectors.toCollection(TreeSet::new)));
        var streams = Streams.of(events, store);
        for (var event : events) {
            receive(event, streams);
        }
        streams.write();
    }

    private void receive(IncomingEvent event, Streams streams) throws SQLException {
        var applied = streams.applied(event);
        if (event.sequence() <= applied.sequence()) {
            if (event.epoch() > applied.epoch()) {
                LOG.errorf(
                        "Event %s of %s comes from a newer epoch of %s at a sequence already applied: parked.",
                        event.id(), event.aggregate(), event.source());
                store.wait(
                        event, "PARKED", "a newer epoch at a sequence that is already applied: history was rewritten");
                streams.recordWaiting(event);
                return;
            }
            metrics.counter("itf.eventing.duplicates").increment();
            return;
        }
        if (event.sequence() == applied.sequence() + 1 && !streams.hasWaiting(event)) {
            if (applyOrKeep(event)) {
                streams.advance(event);
            } else {
                streams.recordWaiting(event);
            }
        } else {
            streams.write();
            store.wait(event, "GAP", "an earlier event of this aggregate is missing or waits");
            drain(event.aggregate().id());
            streams.readAgain();
        }
        if (!event.aggregate().type().equals("grant")) {
            streams.write();
            retryEarly();
            streams.readAgain();
        }
    }

    /** Parks the event. Later events of its aggregate wait; other aggregates go on. */
    void park(IncomingEvent event, String reason) throws SQLException {
        metrics.counter("itf.eventing.parked").increment();
        store.wait(event, "PARKED", reason);
    }

    /** Tries all events again that came too early. */
    void retryEarly() throws SQLException {
        var ids = store.inState("EARLY", 500).stream()
                .map(waiting -> waiting.event().aggregate().id())
                .collect(Collectors.toCollection(TreeSet::new));
        for (var id : ids) {
            drain(id);
        }
    }

    /**
     * Applies the waiting events of one aggregate id until a round changes nothing. Takes the lock of the aggregate,
     * because a replay by an operator and a retry come here without the locks of a batch.
     */
    void drain(String aggregateId) throws SQLException {
        store.lock(new TreeSet<>(Set.of(aggregateId)));
        for (var progress = true; progress; ) {
            progress = false;
            var heads = new ArrayDeque<>(store.heads(aggregateId));
            while (!heads.isEmpty()) {
                progress |= tryHead(heads.poll());
            }
        }
    }

    private boolean tryHead(Waiting head) throws SQLException {
        var event = head.event();
        var applied = store.applied(event.source(), event.aggregate());
        if (head.state().equals("PARKED")) {
            return false;
        }
        if (event.sequence() <= applied.sequence()) {
            store.done(event);
            return true;
        }
        if (event.sequence() != applied.sequence() + 1 || !applyOrKeep(event)) {
            return false;
        }
        store.advance(event);
        store.done(event);
        return true;
    }

    /** Applies or ignores the next event of a stream. Returns false for an early event, which then waits. */
    private boolean applyOrKeep(IncomingEvent event) throws SQLException {
        switch (apply(event)) {
            case Reception.Applied() ->
                metrics.counter("itf.eventing.applied", "type", event.type()).increment();
            case Reception.Late(var because) -> {
                LOG.infof("%s %s ignored, because %s", event.type(), event.aggregate(), because);
                store.ignored(event, because);
            }
            case Reception.Early(var because) -> {
                store.wait(event, "EARLY", because);
                return false;
            }
        }
        return true;
    }

    private Reception apply(IncomingEvent event) {
        var before = MDC.get("correlation");
        MDC.put("correlation", event.correlationId() == null ? event.id().toString() : event.correlationId());
        var span = traces.startSpan(event);
        try (var _ = span.makeCurrent()) {
            var known = EventCodec.decode(event.type(), event.body());
            if (known.isEmpty()) {
                metrics.counter("itf.eventing.unknown", "type", event.type()).increment();
                return Reception.late("this build does not know the type");
            }
            var reception = consumers.receive(known.get());
            // A failure of the flush then belongs to this event, and the next flush has less to compare.
            entities.flush();
            entities.clear();
            return reception;
        } catch (RuntimeException e) {
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

    /**
     * The event streams of one batch: the last applied sequence of each, and the aggregates for which events wait. They are read once
     * for the batch and written once, so that an event that can be applied at once needs no statement of its own. The caller holds the
     * locks of the aggregates.
     */
    private static final class Streams {

        private final EventStore store;
        private final Map<Stream, Applied> stored;
        private final Map<Stream, Applied> advanced = new LinkedHashMap<>();
        private final Set<String> withWaiting = new HashSet<>();

        private Streams(EventStore store, Map<Stream, Applied> stored) {
            this.store = store;
            this.stored = stored;
        }

        static Streams of(Collection<IncomingEvent> events, EventStore store) throws SQLException {
            var streams = new Streams(store, new HashMap<>());
            streams.read(events.stream().map(Stream::of).distinct().toList());
            return streams;
        }

        Applied applied(IncomingEvent event) {
            var stream = Stream.of(event);
            var applied = advanced.get(stream);
            return applied == null ? Objects.requireNonNull(stored.get(stream)) : applied;
        }

        /** Whether events wait for this aggregate id, in any stream. */
        boolean hasWaiting(IncomingEvent event) {
            return withWaiting.contains(event.aggregate().id());
        }

        void recordWaiting(IncomingEvent event) {
            withWaiting.add(event.aggregate().id());
        }

        /** Records that the event, the next of its stream, is applied. {@link #write} stores the new sequence. */
        void advance(IncomingEvent event) {
            advanced.put(Stream.of(event), new Applied(event.sequence(), event.epoch()));
        }

        /**
         * Stores the advanced sequences.
         *
         * @throws jakarta.persistence.OptimisticLockException when another replica has applied an event of a stream
         */
        void write() throws SQLException {
            if (!advanced.isEmpty()) {
                store.advance(advanced, stored);
                stored.putAll(advanced);
                advanced.clear();
            }
        }

        /** Reads all streams again, after a statement outside this batch may have advanced them. */
        void readAgain() throws SQLException {
            read(Set.copyOf(stored.keySet()));
        }

        private void read(Collection<Stream> streams) throws SQLException {
            withWaiting.clear();
            for (var each : store.streams(streams)) {
                stored.put(each.stream(), each.applied());
                if (each.hasWaiting()) {
                    withWaiting.add(each.stream().aggregate().id());
                }
            }
        }
    }
}
