package hk.itf.infra.eventing.inbox;

import hk.itf.infra.eventing.inbox.WaitingEvents.Waiting;
import hk.itf.model.event.AggregateKey;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds and marks the waiting events that are tried again, in plain SQL. Runs in the transaction of the caller.
 *
 * <p>An early event names the aggregate it waits for. A transaction that moves this aggregate adds one to the
 * event's wakes; an attempt to apply the event stores the number of wakes it has seen. So an event whose wakes exceed its tries is
 * tried again, also after a crash, and a wake-up during an attempt is not lost. An event that becomes early while something else moves
 * what it waits for can miss that wake-up; the sweep finds it.
 */
@ApplicationScoped
class WakeUps {

    private final AgroalDataSource database;

    WakeUps(AgroalDataSource database) {
        this.database = database;
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

    /** Wakes the first waiting events of some streams, so that the next transaction goes on with them. */
    void wakeHeads(List<Waiting> heads) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement("""
                        update waiting_event set wakes = wakes + 1
                        where source = ? and aggregate_type = ? and aggregate_id = ? and sequence = ?
                        """)) {
            for (var head : heads) {
                WaitingEvents.key(statement, head.event());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    /** Wakes some of the events of unknown type that this build knows. Returns the ids of their aggregates. */
    Set<String> wakeKnown(Set<String> types, int limit) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement("""
                        update waiting_event set wakes = tries + 1
                        where ctid = any (array(
                          select ctid from waiting_event
                          where state = 'UNKNOWN' and wakes <= tries and event_type in (
                            select distinct event_type from waiting_event where state = 'UNKNOWN'
                            intersect select unnest(?))
                          limit ? for update skip locked))
                        returning aggregate_id
                        """)) {
            statement.setArray(1, connection.createArrayOf("text", types.toArray()));
            statement.setInt(2, limit);
            return ids(statement);
        }
    }

    /** The ids of aggregates with a woken event that is the first of its stream. Events behind it cannot be applied yet. */
    Set<String> woken(int limit) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement("""
                        select w.aggregate_id from waiting_event w
                        where w.wakes > w.tries and w.state <> 'PARKED'
                          and not exists (
                            select from waiting_event earlier
                            where earlier.source = w.source and earlier.aggregate_type = w.aggregate_type
                              and earlier.aggregate_id = w.aggregate_id and earlier.sequence < w.sequence offset 0)
                        limit ?
                        """)) {
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
}
