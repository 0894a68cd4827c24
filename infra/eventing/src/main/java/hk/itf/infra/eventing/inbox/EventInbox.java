package hk.itf.infra.eventing.inbox;

import hk.itf.infra.eventing.EventingSettings;
import hk.itf.infra.eventing.WakeSignal;
import hk.itf.infra.eventing.inbox.EventStore.Applied;
import hk.itf.infra.eventing.inbox.EventStore.Stream;
import hk.itf.infra.eventing.inbox.WaitingEvents.Kept;
import hk.itf.infra.eventing.inbox.WaitingEvents.Waiting;
import hk.itf.model.event.AggregateKey;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Applies, skips or keeps received events. The last applied sequence of an aggregate tells a duplicate, the next event
 * and a gap apart; an event that follows another event than the applied one is parked. An applied event also releases the events of its grant that waited for it. Runs in the transaction
 * of the event loop, so that the effect, the applied sequence and outgoing events commit together.
 */
@ApplicationScoped
class EventInbox {

    private static final Logger LOG = Logger.getLogger(EventInbox.class);

    /** The next transaction goes on, so that thousands of events that become applicable at once fit into the timeouts. */
    private static final int MOST_EVENTS_OF_A_DRAIN = 200;

    /** The reason of an event whose predecessor is not the event that this service has applied last. */
    static final String OTHER_PREDECESSOR = "it does not follow the event that is applied last";

    private final EventStore store;
    private final WaitingEvents waiting;
    private final WakeUps wakeUps;
    private final EventDelivery delivery;
    private final WakeSignal signal;
    private final EventingSettings settings;
    private final MeterRegistry metrics;

    EventInbox(
            EventStore store,
            WaitingEvents waiting,
            WakeUps wakeUps,
            EventDelivery delivery,
            WakeSignal signal,
            EventingSettings settings,
            MeterRegistry metrics) {
        this.store = store;
        this.waiting = waiting;
        this.wakeUps = wakeUps;
        this.delivery = delivery;
        this.signal = signal;
        this.settings = settings;
        this.metrics = metrics;
    }

    /** Applies, skips or keeps the events of a batch, and wakes the events of other aggregates that waited for one of them. */
    void receive(List<IncomingEvent> events) throws SQLException {
        store.lock(events.stream().map(event -> event.aggregate().id()).collect(Collectors.toCollection(TreeSet::new)));
        var streams = BatchStreams.of(events, store);
        for (var event : events) {
            receive(event, streams);
        }
        streams.write();
        wakeThoseWaitingFor(streams.moved());
    }

    private void receive(IncomingEvent event, BatchStreams streams) throws SQLException {
        var applied = streams.applied(event);
        if (event.sequence() <= applied.sequence()) {
            var contradiction = contradiction(event, applied);
            if (contradiction.isPresent()) {
                LOG.errorf("Event %s of %s is parked: %s.", event.id(), event.aggregate(), contradiction.get());
                metrics.counter("itf.eventing.parked").increment();
                waiting.addParked(event, contradiction.get());
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
            var kept = tryToApply(event, applied, false);
            if (kept.isEmpty()) {
                streams.advance(event);
            } else {
                keep(event, kept.get(), 0);
                streams.recordWaiting(event);
            }
        }
    }

    /** The reason why an event with a used number is not a repetition; empty when nothing says so. */
    private static Optional<String> contradiction(IncomingEvent event, Applied applied) {
        if (event.epoch() > applied.epoch()) {
            return Optional.of("a newer epoch at a sequence that is already applied: history was rewritten");
        }
        if (event.sequence() == applied.sequence() && applied.eventId() != null) {
            if (!applied.eventId().equals(event.id())) {
                return Optional.of("event %s with the same number is already applied".formatted(applied.eventId()));
            }
            var hash = event.hash();
            if (hash != null && applied.hash() != null && !hash.equals(applied.hash())) {
                return Optional.of("an event with the same id and another content is already applied");
            }
        }
        return Optional.empty();
    }

    /** Parks the event that waits with the number of the newcomer, which the caller sets aside. */
    void parkContested(IncomingEvent newcomer) throws SQLException {
        lock(newcomer);
        metrics.counter("itf.eventing.parked").increment();
        waiting.parkContested(newcomer);
    }

    /**
     * Parks an event that failed. Later events of its aggregate wait; other aggregates go on. Does nothing when another replica has
     * applied the event meanwhile.
     */
    void park(IncomingEvent event, String reason) throws SQLException {
        lock(event);
        if (event.sequence() > store.applied(event.source(), event.aggregate()).sequence()) {
            keep(event, new Kept(WaitingState.PARKED, reason, null), 0);
        }
    }

    /** Locks the aggregate of the event against other threads and replicas until the transaction ends. */
    void lock(IncomingEvent event) throws SQLException {
        store.lock(new TreeSet<>(Set.of(event.aggregate().id())));
    }

    /**
     * Receives one event for an operator, and nothing that waits behind it: a later event that fails must not undo what the operator
     * does. The loop goes on with the later ones.
     *
     * @throws ContestedNumberException when another event waits with the same number
     * @throws EventDelivery.NotAppliedException when the event cannot be applied
     */
    void receiveAlone(IncomingEvent event) throws SQLException {
        lock(event);
        var streams = BatchStreams.of(List.of(event), store);
        if (event.sequence() == streams.applied(event).sequence() + 1) {
            waiting.addBehindGap(event);
            for (var head : waiting.heads(event.aggregate().id())) {
                if (head.event().id().equals(event.id())) {
                    drainHead(head);
                }
            }
        } else {
            receive(event, streams);
        }
    }

    /** Lets the loop go on with what waits about this aggregate id. */
    void wakeHeads(String aggregateId) throws SQLException {
        wakeUps.wakeHeads(waiting.heads(aggregateId));
        signal.raise();
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
            keep(attempt.head().event(), attempt.kept(), attempt.head().wakes());
        }
        if (drained >= MOST_EVENTS_OF_A_DRAIN) {
            wakeHeads(aggregateId);
        }
        wakeThoseWaitingFor(moved);
        return drained;
    }

    /** Applies one waiting event, the first of its stream, if it can be applied by now. */
    void drainHead(Waiting head) throws SQLException {
        lock(head.event());
        var attempt = tryHead(head);
        if (attempt.isEmpty()) {
            wakeHeads(head.event().aggregate().id());
            wakeThoseWaitingFor(Set.of(head.event().aggregate()));
        } else {
            keep(head.event(), attempt.get().kept(), head.wakes());
        }
    }

    private void wakeThoseWaitingFor(Set<AggregateKey> moved) throws SQLException {
        if (!moved.isEmpty() && wakeUps.wake(moved)) {
            signal.raise();
        }
    }

    /** Applies or ignores the next event of a stream; empty when that is done, otherwise why the event has to wait. */
    private Optional<Kept> tryToApply(IncomingEvent event, Applied applied, boolean anyPredecessor)
            throws SQLException {
        return anyPredecessor || applied.precedes(event, settings.requirePredecessor())
                ? delivery.deliver(event)
                : Optional.of(new Kept(WaitingState.PARKED, OTHER_PREDECESSOR, null));
    }

    private void keep(IncomingEvent event, Kept kept, int wakes) throws SQLException {
        if (waiting.keep(event, kept, wakes) && kept.state() == WaitingState.PARKED) {
            metrics.counter("itf.eventing.parked").increment();
            LOG.errorf("Event %s of %s is parked: %s.", event.id(), event.aggregate(), kept.reason());
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
            var kept = tryToApply(event, applied, head.anyPredecessor());
            if (kept.isPresent()) {
                return Optional.of(new Attempt(head, kept.get()));
            }
            store.advance(event);
        }
        waiting.remove(event);
        return Optional.empty();
    }
}
