package hk.itf.infra.benchmark.floor;

import hk.itf.infra.benchmark.BenchmarkException;
import hk.itf.infra.benchmark.LocalPlatform;
import hk.itf.infra.local.Service;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Records which rows the services write. Triggers in a schema of their own copy every change while the capture is open;
 * closing removes them.
 */
final class Capture implements AutoCloseable {

    private static final String REMOVE = "drop schema if exists bench_capture cascade";

    private static final String INSTALL = """
            create schema bench_capture;
            create table bench_capture.change (
              position bigint generated always as identity primary key,
              xact text not null default cast(pg_current_xact_id() as text),
              at timestamptz not null default clock_timestamp(),
              kind text not null, tbl text not null, after jsonb, before jsonb);
            create function bench_capture.record() returns trigger language plpgsql as $$
            begin
              insert into bench_capture.change (kind, tbl, after, before)
              values (tg_op, tg_table_name, to_jsonb(new), to_jsonb(old));
              return null;
            end $$;
            do $$
            declare t text;
            begin
              for t in select tablename from pg_tables where schemaname = 'public' and tablename not like 'flyway%' loop
                execute format('create trigger zz_bench_capture after insert or update or delete on public.%I
                                for each row execute function bench_capture.record()', t);
              end loop;
            end $$
            """;

    private static final String CHANGES = """
            select c.xact, c.kind, c.tbl, c.after, c.before,
                   extract(epoch from max(c.at) over (partition by c.xact)) as ended
            from bench_capture.change c order by ended, c.xact, c.position
            """;

    private final LocalPlatform platform;

    private Capture(LocalPlatform platform) {
        this.platform = platform;
    }

    /** Installs the triggers. Replaces the triggers of an interrupted run. */
    static Capture open(LocalPlatform platform) {
        var capture = new Capture(platform);
        capture.execute(REMOVE);
        capture.execute(INSTALL);
        return capture;
    }

    /** A transaction with the time of its last change, by which transactions of several databases are ordered. */
    private record Timed(double ended, CapturedTransaction transaction) {}

    /** The transactions so far, in the order in which they ended. */
    List<CapturedTransaction> transactions() {
        var all = new ArrayList<Timed>();
        for (var service : Service.values()) {
            try (var connection = platform.database(service.database())) {
                all.addAll(read(service, connection));
            } catch (SQLException e) {
                throw new BenchmarkException("The captured rows cannot be read: " + e.getMessage(), e);
            }
        }
        return all.stream()
                .sorted((one, other) -> Double.compare(one.ended(), other.ended()))
                .map(Timed::transaction)
                .toList();
    }

    @Override
    public void close() {
        execute(REMOVE);
    }

    private static List<Timed> read(Service service, Connection connection) throws SQLException {
        var changes = new LinkedHashMap<String, List<RowChange>>();
        var ended = new HashMap<String, Double>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(CHANGES)) {
            while (rows.next()) {
                var table = rows.getString("tbl");
                ended.put(rows.getString("xact"), rows.getDouble("ended"));
                changes.computeIfAbsent(rows.getString("xact"), absent -> new ArrayList<>())
                        .add(new RowChange(
                                RowChange.Kind.valueOf(rows.getString("kind")),
                                table,
                                values(connection, table, rows.getString("after")),
                                values(connection, table, rows.getString("before"))));
            }
        }
        var transactions = new ArrayList<Timed>();
        changes.forEach((xact, rows) ->
                transactions.add(new Timed(ended.getOrDefault(xact, 0.0), new CapturedTransaction(service, rows))));
        return transactions;
    }

    /** The values of a row as PostgreSQL writes them, by column. */
    private static Map<String, @Nullable String> values(Connection connection, String table, @Nullable String json)
            throws SQLException {
        var values = new LinkedHashMap<String, @Nullable String>();
        if (json == null) {
            return values;
        }
        try (var query = connection.prepareStatement(
                "select * from jsonb_populate_record(null::public.%s, cast(? as jsonb))".formatted(table))) {
            query.setString(1, json);
            try (var row = query.executeQuery()) {
                row.next();
                var columns = row.getMetaData();
                for (var i = 1; i <= columns.getColumnCount(); i++) {
                    values.put(columns.getColumnName(i), row.getString(i));
                }
            }
        }
        return values;
    }

    private void execute(String sql) {
        for (var service : Service.values()) {
            try (var connection = platform.database(service.database());
                    var statement = connection.createStatement()) {
                statement.execute("set lock_timeout = '10s'");
                statement.execute(sql);
            } catch (SQLException e) {
                throw new BenchmarkException("The capture of rows failed: " + e.getMessage(), e);
            }
        }
    }
}
