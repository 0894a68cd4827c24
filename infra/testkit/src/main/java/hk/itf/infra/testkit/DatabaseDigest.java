package hk.itf.infra.testkit;

import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/**
 * A summary of all tables of the service. Two equal digests prove that nothing was stored in between. Uses a connection
 * of its own, outside the pool of the service.
 *
 * @param tables for each table the number of rows and the newest writing transaction
 */
public record DatabaseDigest(Map<String, String> tables) {

    /**
     * The last digest, read while no writing transaction was running.
     *
     * @param nextWriter the number of the next writing transaction
     */
    private record AtRest(Connection connection, long nextWriter, DatabaseDigest digest) {}

    /** The last digest that {@link #settled} returned, and the database that it was read from. */
    private record Settled(Connection connection, DatabaseDigest digest) {}

    private static @Nullable Connection open;
    private static @Nullable AtRest atRest;
    private static @Nullable Settled settled;

    private static final int QUIET_INTERVALS = 3;

    /** Three intervals are longer than two rounds of the sweepers in tests. */
    private static final Duration QUIET_INTERVAL = Duration.ofMillis(300);

    /** A written row has a new writer, even if its values stay the same; a deleted row changes the count. */
    private static final String CONTENT = "count(*) || ' ' || coalesce(max(t.xmin::text::bigint), 0)";

    /** The current digest. Reads the tables only when a transaction has written since the last digest. */
    public static synchronized DatabaseDigest now() {
        try (var statement = connection().createStatement();
                var writers = statement.executeQuery(
                        "select pg_snapshot_xmin(s)::text::bigint, pg_snapshot_xmax(s)::text::bigint from"
                                + " pg_current_snapshot() s")) {
            writers.next();
            var oldest = writers.getLong(1);
            var next = writers.getLong(2);
            var last = atRest;
            if (last != null && last.connection().equals(open) && oldest == next && last.nextWriter() == next) {
                return last.digest();
            }
            var digest = read();
            atRest = oldest == next ? new AtRest(connection(), next, digest) : null;
            return digest;
        } catch (SQLException e) {
            throw new IllegalStateException("The database cannot be read.", e);
        }
    }

    private static DatabaseDigest read() throws SQLException {
        try (var statement = connection().createStatement()) {
            var everything = names(statement.getConnection()).stream()
                    .map(table -> "select '%1$s', %2$s from %1$s t".formatted(table, CONTENT))
                    .collect(Collectors.joining(" union all "));
            var tables = new TreeMap<String, String>();
            try (var rows = statement.executeQuery(everything)) {
                while (rows.next()) {
                    tables.put(rows.getString(1), rows.getString(2));
                }
            }
            return new DatabaseDigest(tables);
        }
    }

    /** The digest after the work that earlier tests started has ended. Returns at once when nothing was stored since the last call. */
    public static DatabaseDigest settled() {
        var now = now();
        var before = settled;
        if (before != null
                && before.connection().equals(open)
                && before.digest().equals(now)) {
            return now;
        }
        var digest = awaitSettled();
        settled = new Settled(Objects.requireNonNull(open), digest);
        return digest;
    }

    private static DatabaseDigest awaitSettled() {
        var quiet = new AtomicInteger();
        var last = new AtomicReference<>(now());
        await().atMost(Duration.ofSeconds(30))
                .pollDelay(QUIET_INTERVAL)
                .pollInterval(QUIET_INTERVAL)
                .untilAsserted(() -> {
                    var now = now();
                    var changed = now.changedSince(last.getAndSet(now));
                    if (!changed.isEmpty()) {
                        quiet.set(0);
                    }
                    if (quiet.incrementAndGet() < QUIET_INTERVALS
                            || !now.tables.getOrDefault("to_send", "0 ").startsWith("0 ")) {
                        throw new AssertionError(
                                "tables still change: " + changed + ", events to send: " + now.tables.get("to_send"));
                    }
                });
        return Objects.requireNonNull(last.get());
    }

    /** The names of the tables that differ. */
    public List<String> changedSince(DatabaseDigest earlier) {
        return tables.entrySet().stream()
                .filter(table -> !table.getValue().equals(earlier.tables.get(table.getKey())))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static synchronized Connection connection() throws SQLException {
        var config = ConfigProvider.getConfig();
        var url = config.getValue("quarkus.datasource.jdbc.url", String.class);
        var connection = open;
        if (connection == null || !connection.getMetaData().getURL().equals(url)) {
            connection = connect();
            open = connection;
        }
        return connection;
    }

    /** A connection to the database of the service, outside its pool. The caller closes the connection. */
    static Connection connect() throws SQLException {
        var config = ConfigProvider.getConfig();
        return DriverManager.getConnection(
                config.getValue("quarkus.datasource.jdbc.url", String.class),
                config.getValue("quarkus.datasource.username", String.class),
                config.getValue("quarkus.datasource.password", String.class));
    }

    private static List<String> names(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select quote_ident(relname) from pg_class where relnamespace = 'public'::regnamespace and"
                                + " relkind = 'r'")) {
            var names = new ArrayList<String>();
            while (rows.next()) {
                names.add(rows.getString(1));
            }
            return names;
        }
    }
}
