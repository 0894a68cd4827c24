package hk.itf.infra.eventing.inbox;

import hk.itf.infra.eventing.Failures;
import hk.itf.model.event.AggregateKey;
import hk.itf.model.event.EventHash;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.OptimisticLockException;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The event streams of the inbox in plain SQL: last applied sequences, and ignored events. Runs in the transaction of the caller. */
@ApplicationScoped
class EventStore {

    /**
     * The last applied event of a stream.
     *
     * @param sequence its number; 0 when none is applied
     * @param eventId its id; null when none is applied, or a build that does not record ids has applied it
     * @param hash its hash; null when none is applied, when a build that records no hashes has applied it, or when it did not name its
     *     predecessor
     */
    record Applied(
            long sequence,
            int epoch,
            @Nullable UUID eventId,
            @Nullable String hash) {

        static final Applied NONE = new Applied(0, 0, null, null);

        static Applied of(IncomingEvent event) {
            return new Applied(event.sequence(), event.epoch(), event.id(), event.hash());
        }

        /**
         * Whether the event, the next by its number, follows this one: it names its hash. An event can follow any when the hash is
         * unknown.
         *
         * @param mustName whether an event that names no predecessor follows none
         */
        boolean precedes(IncomingEvent next, boolean mustName) {
            var last = sequence == 0 ? EventHash.NONE : hash;
            var named = next.headers().predecessorHash();
            return last == null || (named == null ? !mustName : named.equals(last));
        }
    }

    /** An event stream: the events of one source about one aggregate. */
    record Stream(String source, AggregateKey aggregate) {
        static Stream of(IncomingEvent event) {
            return new Stream(event.source(), event.aggregate());
        }
    }

    /** @param hasWaiting whether events about the aggregate id wait, in this or another stream */
    record StreamState(Stream stream, Applied applied, boolean hasWaiting) {}

    /** The applied sequence of a stream k. The limit makes PostgreSQL read the index once for each stream, never the table. */
    private static final String APPLIED_OF_K = """
            select s.sequence, s.epoch, case when s.last_event_sequence = s.sequence then s.last_event_id end as last_event_id,
                   case when s.last_hash_sequence = s.sequence then s.last_hash end as last_hash
            from applied_sequence s
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
                               a.last_event_id, a.last_hash,
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
                            new Applied(
                                    rows.getLong(4), rows.getInt(5), rows.getObject(6, UUID.class), rows.getString(7)),
                            rows.getBoolean(8)));
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
                        insert into applied_sequence (source, aggregate_type, aggregate_id, sequence, epoch, last_event_id,
                                                      last_event_sequence, last_hash, last_hash_sequence)
                        select k.source, k.aggregate_type, k.aggregate_id, k.sequence, k.epoch, k.event_id, k.sequence, k.hash,
                               k.sequence
                        from unnest(?, ?, ?, ?, ?, ?, ?, ?)
                          as k (source, aggregate_type, aggregate_id, sequence, epoch, before, event_id, hash)
                        left join lateral (%s) as a on true
                        where coalesce(a.sequence, 0) = k.before
                        on conflict (source, aggregate_type, aggregate_id)
                        do update set sequence = excluded.sequence, epoch = excluded.epoch,
                                      last_event_id = excluded.last_event_id,
                                      last_hash = excluded.last_hash, last_hash_sequence = excluded.last_hash_sequence,
                                      last_event_sequence = excluded.last_event_sequence
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
            statement.setArray(
                    7,
                    connection.createArrayOf(
                            "uuid",
                            advanced.values().stream().map(Applied::eventId).toArray()));
            statement.setArray(
                    8,
                    connection.createArrayOf(
                            "text",
                            advanced.values().stream().map(Applied::hash).toArray()));
            if (statement.executeUpdate() != advanced.size()) {
                throw new OptimisticLockException("another replica has applied events of the same streams");
            }
        }
    }

    Applied applied(String source, AggregateKey aggregate) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(
                        "select sequence, epoch, case when last_event_sequence = sequence then last_event_id end,"
                                + " case when last_hash_sequence = sequence then last_hash end from applied_sequence"
                                + " where source = ? and aggregate_type = ? and aggregate_id = ?")) {
            key(statement, source, aggregate);
            try (var row = statement.executeQuery()) {
                return row.next()
                        ? new Applied(row.getLong(1), row.getInt(2), row.getObject(3, UUID.class), row.getString(4))
                        : Applied.NONE;
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
                        insert into applied_sequence (source, aggregate_type, aggregate_id, sequence, epoch, last_event_id,
                                                      last_event_sequence, last_hash, last_hash_sequence)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (source, aggregate_type, aggregate_id)
                        do update set sequence = excluded.sequence, epoch = excluded.epoch,
                                      last_event_id = excluded.last_event_id,
                                      last_hash = excluded.last_hash, last_hash_sequence = excluded.last_hash_sequence,
                                      last_event_sequence = excluded.last_event_sequence
                        where applied_sequence.sequence = excluded.sequence - 1
                        """)) {
            key(statement, event.source(), event.aggregate());
            statement.setLong(4, event.sequence());
            statement.setInt(5, event.epoch());
            statement.setObject(6, event.id());
            statement.setLong(7, event.sequence());
            statement.setString(8, event.hash());
            statement.setLong(9, event.sequence());
            if (statement.executeUpdate() != 1) {
                throw new OptimisticLockException("event " + event.id() + " was applied by another replica");
            }
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
            statement.setString(5, Failures.storable(because));
            statement.executeUpdate();
        }
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
}
