package hk.itf.infra.eventing.inbox;

import hk.itf.infra.eventing.inbox.EventStore.Applied;
import hk.itf.infra.eventing.inbox.EventStore.Stream;
import hk.itf.model.event.AggregateKey;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The event streams of one batch: the last applied sequence of each, and the aggregates for which events wait. They are read once
 * for the batch and written once, so that an event that can be applied at once needs no statement of its own. The caller holds the
 * locks of the aggregates.
 */
final class BatchStreams {

    private final EventStore store;
    private final Map<Stream, Applied> stored;
    private final Map<Stream, Applied> advanced = new LinkedHashMap<>();
    private final Set<String> withWaiting = new HashSet<>();
    private final Set<AggregateKey> moved = new HashSet<>();

    private BatchStreams(EventStore store, Map<Stream, Applied> stored) {
        this.store = store;
        this.stored = stored;
    }

    static BatchStreams of(Collection<IncomingEvent> events, EventStore store) throws SQLException {
        var streams = new BatchStreams(store, new HashMap<>());
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
        advanced.put(Stream.of(event), Applied.of(event));
        moved.add(event.aggregate());
    }

    /** The aggregates whose events this batch has applied. */
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
