package hk.itf.infra.eventing.inbox;

import hk.itf.infra.eventing.Failures;
import hk.itf.model.event.AggregateKey;
import hk.itf.model.event.EventHeaders;
import hk.itf.model.id.PersonId;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The received events that are not applied yet, in plain SQL. Runs in the transaction of the caller. */
@ApplicationScoped
class WaitingEvents {

    /**
     * A waiting event.
     *
     * @param wakes how often something has moved that the event waits for
     * @param anyPredecessor whether an operator lets it follow any event
     */
    record Waiting(
            IncomingEvent event, WaitingState state, String reason, Instant since, int wakes, boolean anyPredecessor) {}

    /**
     * The answer to an attempt to apply an event: it has to wait.
     *
     * @param waitsFor the aggregate that an early event waits for; null in other states
     */
    record Kept(WaitingState state, String reason, @Nullable AggregateKey waitsFor) {}

    private static final String COLUMNS =
            "source, aggregate_type, aggregate_id, sequence, epoch, event_id, event_type, body, correlation_id,"
                    + " traceparent, state, reason, since, wakes, predecessor_hash, any_predecessor";

    private final AgroalDataSource database;

    WaitingEvents(AgroalDataSource database) {
        this.database = database;
    }

    /**
     * Stores an event behind a gap. Changes nothing when the event waits already.
     *
     * @throws ContestedNumberException when another event with the same number waits
     */
    void addBehindGap(IncomingEvent event) throws SQLException {
        var kept = new Kept(WaitingState.GAP, "an earlier event of this aggregate is missing or waits", null);
        if (!put(event, kept, 0, "do nothing")) {
            requireSameWaiting(event);
        }
    }

    /**
     * Stores an event that an operator has to look at. Changes nothing when the event waits already.
     *
     * @throws ContestedNumberException when another event with the same number waits
     */
    void addParked(IncomingEvent event, String reason) throws SQLException {
        if (!put(event, new Kept(WaitingState.PARKED, reason, null), 0, "do nothing")) {
            requireSameWaiting(event);
        }
    }

    private void requireSameWaiting(IncomingEvent event) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(
                        "select event_id from waiting_event where source = ? and aggregate_type = ? and aggregate_id = ?"
                                + " and sequence = ? and (event_id <> ? or hash <> ?)")) {
            key(statement, event);
            statement.setObject(5, event.id());
            statement.setString(6, event.hash());
            try (var row = statement.executeQuery()) {
                if (row.next()) {
                    throw new ContestedNumberException(event, row.getObject(1, UUID.class));
                }
            }
        }
    }

    /** Parks the event that waits with the number of the newcomer: an operator has to choose one of the two. */
    void parkContested(IncomingEvent newcomer) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(
                        "update waiting_event set state = 'PARKED', reason = ? where source = ? and aggregate_type = ?"
                                + " and aggregate_id = ? and sequence = ? and state <> 'PARKED'")) {
            statement.setString(1, "event " + newcomer.id() + " has the same number; it was set aside");
            statement.setString(2, newcomer.source());
            statement.setString(3, newcomer.aggregate().type());
            statement.setString(4, newcomer.aggregate().id());
            statement.setLong(5, newcomer.sequence());
            statement.executeUpdate();
        }
    }

    /** Moves a parked event to the dropped ones. Returns whether it was still parked. */
    boolean drop(IncomingEvent event, PersonId by, String because) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement("""
                        with dropped as (
                          delete from waiting_event
                          where source = ? and aggregate_type = ? and aggregate_id = ? and sequence = ? and state = 'PARKED'
                          returning *)
                        insert into dropped_event (source, aggregate_type, aggregate_id, sequence, epoch, event_id, event_type,
                                                   body, reason, since, hash, dropped_by, dropped_because)
                        select source, aggregate_type, aggregate_id, sequence, epoch, event_id, event_type, body, reason, since,
                               hash, ?, ?
                        from dropped
                        """)) {
            key(statement, event);
            statement.setObject(5, by.value());
            statement.setString(6, because);
            return statement.executeUpdate() == 1;
        }
    }

    /** Records that the event may follow any event. */
    void acceptAnyPredecessor(IncomingEvent event, PersonId by, String because) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement("""
                        with accepted as (
                          update waiting_event set any_predecessor = true
                          where source = ? and aggregate_type = ? and aggregate_id = ? and sequence = ?
                          returning *)
                        insert into accepted_event (source, aggregate_type, aggregate_id, sequence, event_id, predecessor_hash,
                                                    accepted_by, accepted_because)
                        select source, aggregate_type, aggregate_id, sequence, event_id, predecessor_hash, ?, ? from accepted
                        """)) {
            key(statement, event);
            statement.setObject(5, by.value());
            statement.setString(6, because);
            statement.executeUpdate();
        }
    }

    /**
     * Stores why the event waits after an attempt to apply it. A parked event stays parked. Returns whether anything has changed.
     *
     * @param wakes the wakes that the attempt had seen
     */
    boolean keep(IncomingEvent event, Kept kept, int wakes) throws SQLException {
        return put(event, kept, wakes, """
                do update set state = excluded.state, reason = excluded.reason, waits_for_type = excluded.waits_for_type,
                              waits_for_id = excluded.waits_for_id, tries = excluded.tries, tried_at = excluded.tried_at
                where waiting_event.state <> 'PARKED'
                  and (waiting_event.state, waiting_event.reason, waiting_event.tries, waiting_event.waits_for_type,
                       waiting_event.waits_for_id)
                    is distinct from (excluded.state, excluded.reason, excluded.tries, excluded.waits_for_type,
                                      excluded.waits_for_id)
                """);
    }

    /** Returns whether a row was written. */
    private boolean put(IncomingEvent event, Kept kept, int wakes, String onConflict) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement("""
                        insert into waiting_event (source, aggregate_type, aggregate_id, sequence, epoch, event_id,
                                                   event_type, body, correlation_id, traceparent, state, reason,
                                                   waits_for_type, waits_for_id, tries, predecessor_hash, hash)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
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
            statement.setString(16, event.headers().predecessorHash());
            statement.setString(17, event.hash());
            return statement.executeUpdate() == 1;
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
                                row.getString(10),
                                row.getString(15)),
                        row.getString(8),
                        null),
                WaitingState.valueOf(row.getString(11)),
                row.getString(12),
                row.getTimestamp(13).toInstant(),
                row.getInt(14),
                row.getBoolean(16));
    }

    static void key(PreparedStatement statement, IncomingEvent event) throws SQLException {
        statement.setString(1, event.source());
        statement.setString(2, event.aggregate().type());
        statement.setString(3, event.aggregate().id());
        statement.setLong(4, event.sequence());
    }
}
