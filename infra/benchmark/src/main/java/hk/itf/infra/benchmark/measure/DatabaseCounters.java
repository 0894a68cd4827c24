package hk.itf.infra.benchmark.measure;

import hk.itf.infra.benchmark.BenchmarkException;
import hk.itf.infra.benchmark.LocalPlatform;
import hk.itf.infra.local.Service;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;

/**
 * Counters of PostgreSQL since its start, by database.
 *
 * @param commits by database; a transaction that only reads counts as well
 * @param writingCommits transactions of the whole server that wrote something; subtransactions count as well
 * @param statements by database; empty if the server does not load pg_stat_statements
 * @param walBytes bytes of write-ahead log of the whole server
 * @param inserted inserted rows, by database and table
 * @param deleted deleted rows, by database and table
 * @param scanned rows read by sequential scans, by database and table
 */
public record DatabaseCounters(
        Map<String, Long> commits,
        long writingCommits,
        Map<String, Long> statements,
        long walBytes,
        Map<String, Long> inserted,
        Map<String, Long> deleted,
        Map<String, Long> scanned) {

    /** A backend reports its counters at most ten seconds after its last transaction. */
    public static final Duration REPORTED_AFTER = Duration.ofMillis(10_500);

    /**
     * Waits until every idle backend has reported its counters, then reads them.
     *
     * @param settle {@link #REPORTED_AFTER}, or less if the numbers need not be right
     */
    public static DatabaseCounters readSettled(LocalPlatform platform, Duration settle) {
        LockSupport.parkNanos(settle.toNanos());
        return read(platform);
    }

    static DatabaseCounters read(LocalPlatform platform) {
        try (var server = platform.administrator()) {
            var inserted = new HashMap<String, Long>();
            var deleted = new HashMap<String, Long>();
            var scanned = new HashMap<String, Long>();
            for (var service : Service.values()) {
                readTables(platform, service.database(), inserted, deleted, scanned);
            }
            return new DatabaseCounters(
                    byDatabase(server, "select datname, xact_commit from pg_stat_database where datname is not null"),
                    number(server, "select cast(cast(pg_snapshot_xmax(pg_current_snapshot()) as text) as bigint)"),
                    statements(server),
                    number(server, "select pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')"),
                    inserted,
                    deleted,
                    scanned);
        } catch (SQLException e) {
            throw new BenchmarkException("The counters of PostgreSQL cannot be read: " + e.getMessage(), e);
        }
    }

    /** What happened between an earlier reading and this one. */
    public DatabaseCounters since(DatabaseCounters earlier) {
        return new DatabaseCounters(
                minus(commits, earlier.commits),
                writingCommits - earlier.writingCommits,
                minus(statements, earlier.statements),
                walBytes - earlier.walBytes,
                minus(inserted, earlier.inserted),
                minus(deleted, earlier.deleted),
                minus(scanned, earlier.scanned));
    }

    /** Sum of a counter over the databases of the services. */
    public static long overServices(Map<String, Long> byDatabase) {
        var sum = 0L;
        for (var service : Service.values()) {
            sum += byDatabase.getOrDefault(service.database(), 0L);
        }
        return sum;
    }

    /** Sum of a counter by table over the tables of that name in all databases. */
    public static long ofTable(Map<String, Long> byTable, String table) {
        return byTable.entrySet().stream()
                .filter(entry -> entry.getKey().endsWith("." + table))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    private static Map<String, Long> minus(Map<String, Long> now, Map<String, Long> before) {
        var difference = new TreeMap<String, Long>();
        now.forEach((key, value) -> difference.put(key, value - before.getOrDefault(key, 0L)));
        return difference;
    }

    private static Map<String, Long> statements(Connection server) throws SQLException {
        if (number(
                        server,
                        "select count(*) from pg_settings where name = 'shared_preload_libraries' and setting like '%pg_stat_statements%'")
                == 0) {
            return Map.of();
        }
        try (var statement = server.createStatement()) {
            statement.execute("create extension if not exists pg_stat_statements");
        }
        return byDatabase(server, """
                select d.datname, sum(s.calls) from pg_stat_statements s join pg_database d on d.oid = s.dbid
                where s.toplevel and s.query !~* '^(begin|commit|rollback)' group by d.datname
                """);
    }

    private static void readTables(
            LocalPlatform platform,
            String database,
            Map<String, Long> inserted,
            Map<String, Long> deleted,
            Map<String, Long> scanned)
            throws SQLException {
        try (var connection = platform.database(database);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select relname, n_tup_ins, n_tup_del, coalesce(seq_tup_read, 0) from pg_stat_user_tables")) {
            while (rows.next()) {
                var table = database + "." + rows.getString(1);
                inserted.put(table, rows.getLong(2));
                deleted.put(table, rows.getLong(3));
                scanned.put(table, rows.getLong(4));
            }
        }
    }

    private static Map<String, Long> byDatabase(Connection server, String query) throws SQLException {
        var counts = new HashMap<String, Long>();
        try (var statement = server.createStatement();
                var rows = statement.executeQuery(query)) {
            while (rows.next()) {
                counts.put(rows.getString(1), rows.getLong(2));
            }
        }
        return counts;
    }

    private static long number(Connection server, String query) throws SQLException {
        try (var statement = server.createStatement();
                var row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }
}
