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
 * What was written to the service's database, every row of every table: two that are equal prove that nothing was stored
 * in between. Read over a connection of its own, beside the service's pool.
 *
 * @param tables by name: the number of rows, and the transaction that wrote the youngest
 */
public record DatabaseDigest(Map<String, String> tables) {

    /**
     * What was read last, when no transaction was under way that had written anything.
     *
     * @param nextWriter the number that the next transaction gets which writes
     */
    private record AtRest(Connection connection, long nextWriter, DatabaseDigest digest) {}

    private static @Nullable Connection open;
    private static @Nullable AtRest atRest;

    private static final int QUIET_BEATS = 3;

    /** A row that is written has the youngest writer, even if it was written as it was; one that is deleted is missed. */
    private static final String CONTENT = "count(*) || ' ' || coalesce(max(t.xmin::text::bigint), 0)";

    /** As it is now; read anew only if something was written since. */
    public static synchronized DatabaseDigest now() {
        try (var statement = connection().createStatement();
                var writers = statement.executeQuery(
                        "select pg_snapshot_xmin(s)::text::bigint, pg_snapshot_xmax(s)::text::bigint from pg_current_snapshot() s")) {
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
            throw new IllegalStateException("the database cannot be read", e);
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

    /** As it is once what earlier tests set in motion has come to rest. */
    public static DatabaseDigest settled() {
        var quiet = new AtomicInteger();
        var last = new AtomicReference<>(now());
        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(
                        300)) // three of them are longer than two beats of the sweepers, which are hasty
                .untilAsserted(() -> {
                    var now = now();
                    var changed = now.changedSince(last.getAndSet(now));
                    if (!changed.isEmpty()) {
                        quiet.set(0);
                    }
                    if (quiet.incrementAndGet() < QUIET_BEATS
                            || !now.tables.getOrDefault("to_send", "0 ").startsWith("0 ")) {
                        throw new AssertionError("not at rest: " + changed + ", to send " + now.tables.get("to_send"));
                    }
                });
        return Objects.requireNonNull(last.get());
    }

    /** The tables whose content differs. */
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
            connection = DriverManager.getConnection(
                    url,
                    config.getValue("quarkus.datasource.username", String.class),
                    config.getValue("quarkus.datasource.password", String.class));
            open = connection;
        }
        return connection;
    }

    private static List<String> names(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select quote_ident(relname) from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'")) {
            var names = new ArrayList<String>();
            while (rows.next()) {
                names.add(rows.getString(1));
            }
            return names;
        }
    }
}
