package hk.itf.infra.eventing;

import hk.itf.model.event.AggregateKey;
import hk.itf.model.event.EventHeaders;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.OptimisticLockException;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.UUID;

/** The tables of the inbox in plain SQL: applied, waiting and ignored events. Runs in the transaction of the caller. */
@ApplicationScoped
class EventStore {

    /** The last applied sequence, with its epoch. */
    record Applied(long sequence, int epoch) {}

    /** An event stream: the events of one source about one aggregate. */
    record Stream(String source, AggregateKey aggregate) {
        static Stream of(IncomingEvent event) {
            return new Stream(event.source(), event.aggregate());
        }
    }

    /** @param hasWaiting whether events about the aggregate id wait, in this or another stream */
    record StreamState(Stream stream, Applied applied, boolean hasWaiting) {}

    /** A waiting event with the reason. */
    record Waiting(IncomingEvent event, String state, String reason, Instant since) {}

    private static final String COLUMNS =
            "source, aggregate_type, aggregate_id, sequence, epoch, event_id, event_type, body, correlation_id,"
                    + " traceparent, state, reason, since";

    /** The applied sequence of a stream k. The limit makes PostgreSQL read the index once for each stream, never the table. */
    private static final String APPLIED_OF_K = """
            select s.sequence, s.epoch from applied_sequence s
            where s.source = k.source and s.aggregate_type = k.aggregate_type and s.aggregate_id = k.aggregate_id
            limit 1
            """;

    private final AgroalDataSource database;

    EventStore(AgroalDataSource database) {
        this.database = database;
    }

    /**
     * Locks the aggregates against other threads and replicas until the transaction ends. Sorted ids prevent deadlocks.
     */
    void lock(SortedSet<String> aggregateIds) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement("""
                        select pg_advisory_xact_lock(hashtextextended(id, 77))
                        from (select id from unnest(?) with ordinality as ids (id, place) order by place offset 0) as sorted
                        """)) {
            statement.setArray(1, texts(connection, aggregateIds));
            statement.execute();
        }
    }

    /** The states of event streams. */
    List<StreamState> streams(Collection<Stream> streams) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement("""
                        select k.source, k.aggregate_type, k.aggregate_id, coalesce(a.sequence, 0), coalesce(a.epoch, 0),
                               exists (select from waiting_event w where w.aggregate_id = k.aggregate_id offset 0)
                        from unnest(?, ?, ?) as k (source, aggregate_type, aggregate_id)
                        left join lateral (%s) as a on true
                        """.formatted(APPLIED_OF_K))) {
            keys(connection, statement, streams);
            try (var rows = statement.executeQuery()) {
                var states = new ArrayList<StreamState>();
                while (rows.next()) {
                    var aggregate = new AggregateKey(rows.getString(2), rows.getString(3));
                    states.add(new StreamState(
                            new Stream(rows.getString(1), aggregate),
                            new Applied(rows.getLong(4), rows.getInt(5)),
                            rows.getBoolean(6)));
                }
                return states;
            }
        }
    }

    /**
     * Records new last applied sequences.
     *
     * @param advanced the new sequences
     * @param before the sequences that this transaction has read
     * @throws OptimisticLockException when another replica has advanced one of the streams since
     */
    void advance(Map<Stream, Applied> advanced, Map<Stream, Applied> before) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement("""
                        insert into applied_sequence (source, aggregate_type, aggregate_id, sequence, epoch)
                        select k.source, k.aggregate_type, k.aggregate_id, k.sequence, k.epoch
                        from unnest(?, ?, ?, ?, ?, ?) as k (source, aggregate_type, aggregate_id, sequence, epoch, before)
                        left join lateral (%s) as a on true
                        where coalesce(a.sequence, 0) = k.before
                        on conflict (source, aggregate_type, aggregate_id)
                        do update set sequence = excluded.sequence, epoch = excluded.epoch
                        """.formatted(APPLIED_OF_K))) {
            var streams = advanced.keySet();
            keys(connection, statement, streams);
            statement.setArray(
                    4,
                    connection.createArrayOf(
                            "bigint",
                            advanced.values().stream().map(Applied::sequence).toArray()));
            statement.setArray(
                    5,
                    connection.createArrayOf(
                            "int",
                            advanced.values().stream().map(Applied::epoch).toArray()));
            statement.setArray(
                    6,
                    connection.createArrayOf(
                            "bigint",
                            streams.stream()
                                    .map(stream -> Objects.requireNonNull(before.get(stream))
                                            .sequence())
                                    .toArray()));
            if (statement.executeUpdate() != advanced.size()) {
                throw new OptimisticLockException("another replica has applied events of the same streams");
            }
        }
    }

    Applied applied(String source, AggregateKey aggregate) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(
                        "select sequence, epoch from applied_sequence where source = ? and aggregate_type = ? and aggregate_id = ?")) {
            key(statement, source, aggregate);
            try (var row = statement.executeQuery()) {
                return row.next() ? new Applied(row.getLong(1), row.getInt(2)) : new Applied(0, 0);
            }
        }
    }

    /**
     * Records that the event, the next of its aggregate, is applied.
     *
     * @throws OptimisticLockException when another replica has applied the event
     */
    void advance(IncomingEvent event) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement("""
                        insert into applied_sequence (source, aggregate_type, aggregate_id, sequence, epoch)
                        values (?, ?, ?, ?, ?)
                        on conflict (source, aggregate_type, aggregate_id)
                        do update set sequence = excluded.sequence, epoch = excluded.epoch
                        where applied_sequence.sequence = excluded.sequence - 1
                        """)) {
            key(statement, event.source(), event.aggregate());
            statement.setLong(4, event.sequence());
            statement.setInt(5, event.epoch());
            if (statement.executeUpdate() != 1) {
                throw new OptimisticLockException("event " + event.id() + " was applied by another replica");
            }
        }
    }

    /** Stores a waiting event, or changes the reason for which it waits. */
    void wait(IncomingEvent event, String state, String reason) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement("""
                        insert into waiting_event (source, aggregate_type, aggregate_id, sequence, epoch, event_id,
                                                   event_type, body, correlation_id, traceparent, state, reason)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (source, aggregate_type, aggregate_id, sequence)
                        do update set state = excluded.state, reason = excluded.reason
                        where waiting_event.state <> 'PARKED'
                          and (waiting_event.state, waiting_event.reason) is distinct from (excluded.state, excluded.reason)
                        """)) {
            key(statement, event.source(), event.aggregate());
            statement.setLong(4, event.sequence());
            statement.setInt(5, event.epoch());
            statement.setObject(6, event.id());
            statement.setString(7, event.type());
            statement.setString(8, event.body().replace("\u0000", "\uFFFD"));
            statement.setString(9, event.correlationId());
            statement.setString(10, event.traceparent());
            statement.setString(11, state);
            statement.setString(12, shortened(reason));
            statement.executeUpdate();
        }
    }

    void done(IncomingEvent event) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(
                        "delete from waiting_event where source = ? and aggregate_type = ? and aggregate_id = ? and sequence <= ?")) {
            key(statement, event.source(), event.aggregate());
            statement.setLong(4, event.sequence());
            statement.executeUpdate();
        }
    }

    /** The first waiting event of each source and aggregate type about this id. */
    List<Waiting> heads(String aggregateId) throws SQLException {
        return query(
                "select distinct on (source, aggregate_type) " + COLUMNS
                        + " from waiting_event where aggregate_id = ? order by source, aggregate_type, sequence",
                aggregateId);
    }

    List<Waiting> inState(String state, int limit) throws SQLException {
        return query("select " + COLUMNS + " from waiting_event where state = ? order by since limit " + limit, state);
    }

    Optional<Waiting> parkedHead(String source, String type, String id) throws SQLException {
        return heads(id).stream()
                .filter(each -> each.event().source().equals(source)
                        && each.event().aggregate().type().equals(type)
                        && each.state().equals("PARKED"))
                .findFirst();
    }

    /** Turns a parked event into a waiting one. */
    void unpark(IncomingEvent event) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(
                        "update waiting_event set state = 'GAP', reason = 'replayed by an operator' where source = ? and"
                                + " aggregate_type = ? and aggregate_id = ? and sequence = ?")) {
            key(statement, event.source(), event.aggregate());
            statement.setLong(4, event.sequence());
            statement.executeUpdate();
        }
    }

    void ignored(IncomingEvent event, String because) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(
                        "insert into ignored_event (event_id, source, aggregate_id, event_type, reason) values (?, ?, ?, ?, ?)"
                                + " on conflict do nothing")) {
            statement.setObject(1, event.id());
            statement.setString(2, event.source());
            statement.setString(3, event.aggregate().id());
            statement.setString(4, event.type());
            statement.setString(5, shortened(because));
            statement.executeUpdate();
        }
    }

    void unreadable(String topic, int partition, long offset, String reason) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(
                        "insert into unreadable_record (topic, partition, \"offset\", reason) values (?, ?, ?, ?) on conflict do nothing")) {
            statement.setString(1, topic);
            statement.setInt(2, partition);
            statement.setLong(3, offset);
            statement.setString(4, shortened(reason));
            statement.executeUpdate();
        }
    }

    private List<Waiting> query(String sql, String parameter) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            statement.setString(1, parameter);
            try (var rows = statement.executeQuery()) {
                var found = new ArrayList<Waiting>();
                while (rows.next()) {
                    found.add(read(rows));
                }
                return found;
            }
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
                        row.getString(8)),
                row.getString(11),
                row.getString(12),
                row.getTimestamp(13).toInstant());
    }

    private static void keys(Connection connection, PreparedStatement statement, Collection<Stream> streams)
            throws SQLException {
        statement.setArray(
                1, texts(connection, streams.stream().map(Stream::source).toList()));
        statement.setArray(
                2,
                texts(
                        connection,
                        streams.stream()
                                .map(stream -> stream.aggregate().type())
                                .toList()));
        statement.setArray(
                3,
                texts(
                        connection,
                        streams.stream().map(stream -> stream.aggregate().id()).toList()));
    }

    private static Array texts(Connection connection, Collection<String> values) throws SQLException {
        return connection.createArrayOf("text", values.toArray());
    }

    private static void key(PreparedStatement statement, String source, AggregateKey aggregate) throws SQLException {
        statement.setString(1, source);
        statement.setString(2, aggregate.type());
        statement.setString(3, aggregate.id());
    }

    private static String shortened(String reason) {
        return reason.length() <= 500 ? reason : reason.substring(0, 500);
    }
}
