package hk.itf.infra.eventing.inbox;

import hk.itf.infra.eventing.EventConsumers;
import hk.itf.infra.eventing.EventTraces;
import hk.itf.infra.eventing.Reception;
import hk.itf.infra.eventing.WakeSignal;
import hk.itf.infra.eventing.inbox.EventStore.Applied;
import hk.itf.infra.eventing.inbox.EventStore.Stream;
import hk.itf.infra.eventing.inbox.WaitingEvents.Kept;
import hk.itf.infra.eventing.inbox.WaitingEvents.Waiting;
import hk.itf.model.event.AggregateKey;
import hk.itf.model.event.DomainEvent;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.trace.StatusCode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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

    /** The next transaction goes on, so that thousands of events that become applicable at once fit into the timeouts. */
    private static final int MOST_EVENTS_OF_A_DRAIN = 200;

    private final EventStore store;
    private final WaitingEvents waiting;
    private final EventReader reader;
    private final EventConsumers consumers;
    private final WakeSignal signal;
    private final MeterRegistry metrics;
    private final EventTraces traces;
    private final EntityManager entities;

    EventInbox(
            EventStore store,
            WaitingEvents waiting,
            EventReader reader,
            EventConsumers consumers,
            WakeSignal signal,
            MeterRegistry metrics,
            EventTraces traces,
            EntityManager entities) {
        this.store = store;
        this.waiting = waiting;
        this.reader = reader;
        this.consumers = consumers;
        this.signal = signal;
        this.metrics = metrics;
        this.traces = traces;
        this.entities = entities;
    }

    /** Applies, skips or keeps the events of a batch, and wakes the events of other aggregates that waited for one of them. */
    void receive(List<IncomingEvent> events) throws SQLException {
        store.lock(events.stream().map(event -> event.aggregate().id()).collect(Collectors.toCollection(TreeSet::new)));
        var streams = Streams.of(events, store);
        for (var event : events) {
            receive(event, streams);
        }
        streams.write();
        wakeThoseWaitingFor(streams.moved());
    }

    private void receive(IncomingEvent event, Streams streams) throws SQLException {
        var applied = streams.applied(event);
        if (event.sequence() <= applied.sequence()) {
            if (event.epoch() > applied.epoch()) {
                LOG.errorf(
                        "Event %s of %s comes from a newer epoch of %s at a sequence already applied: parked.",
                        event.id(), event.aggregate(), event.source());
                park(event, "a newer epoch at a sequence that is already applied: history was rewritten");
                streams.recordWaiting(event);
            } else {
                metrics.counter("itf.eventing.duplicates").increment();
            }
        } else if (event.sequence() > applied.sequence() + 1) {
            waiting.addBehindGap(event);
            streams.recordWaiting(event);
        } else if (streams.hasWaiting(event)) {
            streams.write();
            waiting.addBehindGap(event);
            drain(event.aggregate().id());
            streams.readAgain();
        } else {
            var kept = tryToApply(event);
            if (kept.isEmpty()) {
                streams.advance(event);
            } else {
                waiting.keep(event, kept.get(), 0);
                streams.recordWaiting(event);
            }
        }
    }

    /** Parks the event. Later events of its aggregate wait; other aggregates go on. */
    void park(IncomingEvent event, String reason) throws SQLException {
        metrics.counter("itf.eventing.parked").increment();
        waiting.keep(event, new Kept(WaitingState.PARKED, reason, null), 0);
    }

    /**
     * Applies the waiting events of one aggregate id until a round changes nothing. Takes the lock of the aggregate,
     * because a replay by an operator and a retry come here without the locks of a batch. What still waits is stored at the end,
     * so that no row is locked while an event asks for the rows of its aggregate.
     *
     * @return the number of events that no longer wait
     */
    int drain(String aggregateId) throws SQLException {
        store.lock(new TreeSet<>(Set.of(aggregateId)));
        var stillWaiting = new LinkedHashMap<Stream, Attempt>();
        var moved = new HashSet<AggregateKey>();
        var drained = 0;
        for (var before = -1; before < drained && drained < MOST_EVENTS_OF_A_DRAIN; ) {
            before = drained;
            for (var head : waiting.heads(aggregateId)) {
                var attempt = tryHead(head);
                if (attempt.isEmpty()) {
                    drained++;
                    moved.add(head.event().aggregate());
                    stillWaiting.remove(Stream.of(head.event()));
                } else {
                    stillWaiting.put(Stream.of(head.event()), attempt.get());
                }
            }
        }
        for (var attempt : stillWaiting.values()) {
            waiting.keep(attempt.head().event(), attempt.kept(), attempt.head().wakes());
        }
        if (drained >= MOST_EVENTS_OF_A_DRAIN) {
            waiting.wakeHeads(aggregateId);
            signal.raise();
        }
        wakeThoseWaitingFor(moved);
        return drained;
    }

    /** Applies one waiting event, the first of its stream, if it can be applied by now. */
    void drainHead(Waiting head) throws SQLException {
        store.lock(new TreeSet<>(Set.of(head.event().aggregate().id())));
        var attempt = tryHead(head);
        if (attempt.isEmpty()) {
            waiting.wakeHeads(head.event().aggregate().id());
            wakeThoseWaitingFor(Set.of(head.event().aggregate()));
        } else {
            waiting.keep(head.event(), attempt.get().kept(), head.wakes());
        }
    }

    private void wakeThoseWaitingFor(Set<AggregateKey> moved) throws SQLException {
        if (!moved.isEmpty() && waiting.wake(moved)) {
            signal.raise();
        }
    }

    /** An attempt to apply the first waiting event of a stream, which has to go on waiting. */
    private record Attempt(Waiting head, Kept kept) {}

    /** Returns the failed attempt; empty when the event is applied, or was a duplicate. */
    private Optional<Attempt> tryHead(Waiting head) throws SQLException {
        var event = head.event();
        if (head.state() == WaitingState.PARKED) {
            return Optional.of(new Attempt(head, new Kept(WaitingState.PARKED, head.reason(), null)));
        }
        var applied = store.applied(event.source(), event.aggregate());
        if (event.sequence() > applied.sequence() + 1) {
            return Optional.of(new Attempt(head, new Kept(WaitingState.GAP, head.reason(), null)));
        }
        if (event.sequence() == applied.sequence() + 1) {
            var kept = tryToApply(event);
            if (kept.isPresent()) {
                return Optional.of(new Attempt(head, kept.get()));
            }
            store.advance(event);
        }
        waiting.remove(event);
        return Optional.empty();
    }

    /** Applies or ignores the next event of a stream; empty when that is done, otherwise why the event has to wait. */
    private Optional<Kept> tryToApply(IncomingEvent event) throws SQLException {
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
        private final Set<AggregateKey> moved = new HashSet<>();

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
            moved.add(event.aggregate());
        }

        /** The aggregates of which this batch has applied an event. */
        Set<AggregateKey> moved() {
            return moved;
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
