package hk.itf.infra.eventing.inbox;

import hk.itf.infra.eventing.Failures;
import hk.itf.model.event.AggregateKey;
import hk.itf.model.event.EventHeaders;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The received events that are not applied yet, in plain SQL. Runs in the transaction of the caller.
 *
 * <p>An early event names the aggregate it waits for. Whatever moves that aggregate adds one to the event's wakes, in its own
 * transaction; an attempt to apply the event stores the number of wakes it has seen. So an event whose wakes exceed its tries is
 * tried again, also after a crash, and no wake-up is lost while an attempt runs.
 */
@ApplicationScoped
class WaitingEvents {

    /**
     * A waiting event.
     *
     * @param wakes how often something has moved that the event waits for
     */
    record Waiting(IncomingEvent event, WaitingState state, String reason, Instant since, int wakes) {}

    /**
     * The answer to an attempt to apply an event: it has to wait.
     *
     * @param waitsFor the aggregate that an early event waits for; null in other states
     */
    record Kept(WaitingState state, String reason, @Nullable AggregateKey waitsFor) {}

    private static final String COLUMNS =
            "source, aggregate_type, aggregate_id, sequence, epoch, event_id, event_type, body, correlation_id,"
                    + " traceparent, state, reason, since, wakes";

    private final AgroalDataSource database;

    WaitingEvents(AgroalDataSource database) {
        this.database = database;
    }

    /** Stores an event behind a gap. Changes nothing when the event waits already. */
    void addBehindGap(IncomingEvent event) throws SQLException {
        put(
                event,
                new Kept(WaitingState.GAP, "an earlier event of this aggregate is missing or waits", null),
                0,
                "do nothing");
    }

    /**
     * Stores why the event waits after an attempt to apply it. A parked event stays parked.
     *
     * @param wakes the wakes that the attempt had seen
     */
    void keep(IncomingEvent event, Kept kept, int wakes) throws SQLException {
        put(event, kept, wakes, """
                do update set state = excluded.state, reason = excluded.reason, waits_for_type = excluded.waits_for_type,
                              waits_for_id = excluded.waits_for_id, tries = excluded.tries, tried_at = excluded.tried_at
                where waiting_event.state <> 'PARKED'
                  and (waiting_event.state, waiting_event.reason, waiting_event.tries)
                    is distinct from (excluded.state, excluded.reason, excluded.tries)
                """);
    }

    private void put(IncomingEvent event, Kept kept, int wakes, String onConflict) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement("""
                        insert into waiting_event (source, aggregate_type, aggregate_id, sequence, epoch, event_id,
                                                   event_type, body, correlation_id, traceparent, state, reason,
                                                   waits_for_type, waits_for_id, tries)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (source, aggregate_type, aggregate_id, sequence)
                        """ + onConflict)) {
            key(statement, event);
            statement.setInt(5, event.epoch());
            statement.setObject(6, event.id());
            statement.setString(7, event.type());
            statement.setString(8, event.body());
            statement.setString(9, event.correlationId());
            statement.setString(10, event.traceparent());
            statement.setString(11, kept.state().name());
            statement.setString(12, Failures.storable(kept.reason()));
            statement.setString(
                    13, kept.waitsFor() == null ? null : kept.waitsFor().type());
            statement.setString(
                    14, kept.waitsFor() == null ? null : kept.waitsFor().id());
            statement.setInt(15, wakes);
            statement.executeUpdate();
        }
    }

    /** Deletes the event, which is applied, and earlier events of its stream. */
    void remove(IncomingEvent event) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(
                        "delete from waiting_event where source = ? and aggregate_type = ? and aggregate_id = ? and sequence <= ?")) {
            key(statement, event);
            statement.executeUpdate();
        }
    }

    /**
     * The first waiting event of each stream about this id. Steps from stream to stream in the index, so that the thousands of
     * events that can wait behind a parked one are not read.
     */
    List<Waiting> heads(String aggregateId) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement("""
                        with recursive stream as (
                          (select source, aggregate_type from waiting_event where aggregate_id = ?
                           order by source, aggregate_type limit 1)
                          union all
                          select next.source, next.aggregate_type from stream s cross join lateral (
                            select w.source, w.aggregate_type from waiting_event w
                            where w.aggregate_id = ? and (w.source, w.aggregate_type) > (s.source, s.aggregate_type)
                            order by w.source, w.aggregate_type limit 1) next)
                        select head.* from stream s cross join lateral (
                          select %s from waiting_event w
                          where w.aggregate_id = ? and w.source = s.source and w.aggregate_type = s.aggregate_type
                          order by w.sequence limit 1) head
                        """.formatted(COLUMNS))) {
            statement.setString(1, aggregateId);
            statement.setString(2, aggregateId);
            statement.setString(3, aggregateId);
            return waiting(statement);
        }
    }

    /** The events that have waited longest in this state. */
    List<Waiting> longest(WaitingState state, int limit) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(
                        "select " + COLUMNS + " from waiting_event where state = ? order by since limit ?")) {
            statement.setString(1, state.name());
            statement.setInt(2, limit);
            return waiting(statement);
        }
    }

    Optional<Waiting> parkedHead(String source, AggregateKey aggregate) throws SQLException {
        return heads(aggregate.id()).stream()
                .filter(each -> each.event().source().equals(source)
                        && each.event().aggregate().equals(aggregate)
                        && each.state() == WaitingState.PARKED)
                .findFirst();
    }

    /** Turns a parked event into a waiting one. */
    void unpark(IncomingEvent event) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(
                        "update waiting_event set state = 'GAP', reason = 'replayed by an operator' where source = ? and"
                                + " aggregate_type = ? and aggregate_id = ? and sequence = ?")) {
            key(statement, event);
            statement.executeUpdate();
        }
    }

    /**
     * Wakes the early events of other aggregates that wait for one of these aggregates.
     *
     * @return whether there are any
     */
    boolean wake(Collection<AggregateKey> moved) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement("""
                        update waiting_event w set wakes = wakes + 1
                        from unnest(?, ?) as moved (type, id)
                        where w.state = 'EARLY' and w.waits_for_id = moved.id and w.waits_for_type = moved.type
                          and w.aggregate_id <> moved.id
                        """)) {
            statement.setArray(
                    1,
                    connection.createArrayOf(
                            "text", moved.stream().map(AggregateKey::type).toArray()));
            statement.setArray(
                    2,
                    connection.createArrayOf(
                            "text", moved.stream().map(AggregateKey::id).toArray()));
            return statement.executeUpdate() > 0;
        }
    }

    /** Wakes the first waiting events about this id, so that the next transaction goes on with them. */
    void wakeHeads(String aggregateId) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement("""
                        update waiting_event set wakes = wakes + 1
                        where source = ? and aggregate_type = ? and aggregate_id = ? and sequence = ?
                        """)) {
            for (var head : heads(aggregateId)) {
                key(statement, head.event());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    /** Wakes the events of unknown type that this build knows. Returns the ids of their aggregates. */
    Set<String> wakeKnown(Set<String> types) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement("""
                        update waiting_event set wakes = tries + 1
                        where state = 'UNKNOWN' and event_type in (
                          select distinct event_type from waiting_event where state = 'UNKNOWN'
                          intersect select unnest(?))
                        returning aggregate_id
                        """)) {
            statement.setArray(1, connection.createArrayOf("text", types.toArray()));
            return ids(statement);
        }
    }

    /** The ids of aggregates with an event that something has woken since its last attempt. */
    Set<String> woken(int limit) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(
                        "select aggregate_id from waiting_event where wakes > tries and state <> 'PARKED' limit ?")) {
            statement.setInt(1, limit);
            return ids(statement);
        }
    }

    /** The ids of aggregates whose early events were not tried for the longest time, one after the other over the calls. */
    Set<String> longestUntried(int limit) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement("""
                        update waiting_event set tried_at = clock_timestamp()
                        where ctid = any (array(
                          select ctid from waiting_event where state = 'EARLY' order by tried_at limit ? for update skip locked))
                        returning aggregate_id
                        """)) {
            statement.setInt(1, limit);
            return ids(statement);
        }
    }

    private static Set<String> ids(PreparedStatement statement) throws SQLException {
        try (var rows = statement.executeQuery()) {
            var ids = new LinkedHashSet<String>();
            while (rows.next()) {
                ids.add(rows.getString(1));
            }
            return ids;
        }
    }

    private static List<Waiting> waiting(PreparedStatement statement) throws SQLException {
        try (var rows = statement.executeQuery()) {
            var found = new ArrayList<Waiting>();
            while (rows.next()) {
                found.add(read(rows));
            }
            return found;
        }
    }

    private static Waiting read(ResultSet row) throws SQLException {
        return new Waiting(
                new IncomingEvent(
                        new EventHeaders(
                                row.getString(1),
                                new AggregateKey(row.getString(2), row.getString(3)),
                                row.getLong(4),
                                row.getInt(5),
                                row.getObject(6, UUID.class),
                                row.getString(7),
                                null,
                                row.getString(9),
                                row.getString(10)),
                        row.getString(8),
                        null),
                WaitingState.valueOf(row.getString(11)),
                row.getString(12),
                row.getTimestamp(13).toInstant(),
                row.getInt(14));
    }

    private static void key(PreparedStatement statement, IncomingEvent event) throws SQLException {
        statement.setString(1, event.source());
        statement.setString(2, event.aggregate().type());
        statement.setString(3, event.aggregate().id());
        statement.setLong(4, event.sequence());
    }
}
