package hk.itf.infra.benchmark.floor;

import hk.itf.infra.benchmark.BenchmarkException;
import hk.itf.infra.benchmark.LocalPlatform;
import hk.itf.infra.benchmark.floor.RowChange.Kind;
import hk.itf.infra.local.LocalPostgres;
import hk.itf.infra.local.Service;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Copies of a captured application that waits for its completeness check, with all its rows in applications-service and
 * assessment-service. They are inserted by SQL into the databases of the services, without their triggers and foreign keys.
 */
final class BulkRows {

    private static final int CHUNK = 10_000;

    private final LocalPlatform platform;
    private final Map<Service, List<String>> statements = new LinkedHashMap<>();
    private final List<String> identifiers = new ArrayList<>();

    private BulkRows(LocalPlatform platform) {
        this.platform = platform;
    }

    /** @param transactions of the captured grant until its review case is open */
    static BulkRows of(
            LocalPlatform platform, Map<Service, FloorDatabase> databases, List<CapturedTransaction> transactions)
            throws SQLException {
        var rows = new BulkRows(platform);
        var fresh = FreshValues.of(transactions);
        for (var service : List.of(Service.APPLICATIONS, Service.ASSESSMENT)) {
            var columns = Objects.requireNonNull(databases.get(service)).columns();
            rows.statements.put(
                    service,
                    finalRows(service, transactions, columns).stream()
                            .map(row -> rows.statement(row, columns, fresh))
                            .toList());
        }
        return rows;
    }

    /** Inserts copies number {@code from} to {@code to - 1}, into both databases at the same time. */
    void insert(int from, int to) {
        try (var threads = Executors.newFixedThreadPool(statements.size())) {
            var insertions = new ArrayList<Future<?>>();
            statements.forEach(
                    (service, inserts) -> insertions.add(threads.submit(() -> insert(service, inserts, from, to))));
            for (var each : insertions) {
                each.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchmarkException("The insertion of applications was interrupted.", e);
        } catch (ExecutionException e) {
            throw new BenchmarkException("The copies of applications cannot be inserted: " + e.getMessage(), e);
        }
    }

    private void insert(Service service, List<String> inserts, int from, int to) {
        try (var connection = administrator(service);
                var statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica");
            statement.execute("set synchronous_commit = off");
            for (var chunk = from; chunk < to; chunk += CHUNK) {
                statement.execute("create temp table copies as select n%s from generate_series(%d, %d) n"
                        .formatted(identifierColumns(), chunk, Math.min(to, chunk + CHUNK) - 1));
                for (var sql : inserts) {
                    statement.execute(sql);
                }
                statement.execute("drop table copies");
            }
            statement.execute("vacuum analyze");
        } catch (SQLException e) {
            throw new BenchmarkException("The copies of applications cannot be inserted: " + e.getMessage(), e);
        }
    }

    private Connection administrator(Service service) throws SQLException {
        return LocalPostgres.administrator(platform.ports().postgres(), service.database());
    }

    /** The rows that the transactions inserted, as the last of them left them, without events to send. */
    private static List<RowChange> finalRows(
            Service service, List<CapturedTransaction> transactions, Map<String, Map<String, Column>> columns) {
        var rows = new LinkedHashMap<String, RowChange>();
        for (var transaction : transactions) {
            if (transaction.service() != service) {
                continue;
            }
            for (var change : transaction.changes()) {
                var table = Objects.requireNonNull(columns.get(change.table()));
                var key = change.table()
                        + change.row().entrySet().stream()
                                .filter(entry -> Objects.requireNonNull(table.get(entry.getKey()))
                                        .key())
                                .map(Map.Entry::getValue)
                                .toList();
                if (change.kind() == Kind.INSERT || (change.kind() == Kind.UPDATE && rows.containsKey(key))) {
                    rows.put(key, new RowChange(Kind.INSERT, change.table(), change.after(), Map.of()));
                } else if (change.kind() == Kind.DELETE) {
                    rows.remove(key);
                }
            }
        }
        return rows.values().stream()
                .filter(row -> !row.table().equals("to_send"))
                .toList();
    }

    /** An insertion of one row for each copy. */
    private String statement(RowChange row, Map<String, Map<String, Column>> columns, FreshValues fresh) {
        var written = new ArrayList<String>();
        var values = new ArrayList<String>();
        row.after().forEach((name, value) -> {
            var column = Objects.requireNonNull(
                    Objects.requireNonNull(columns.get(row.table())).get(name));
            if (column.computed() || column.counter() != null) {
                return; // PostgreSQL gives the value
            }
            written.add('"' + name + '"');
            values.add(value == null ? "null" : expression(column, value, fresh));
        });
        return "insert into public.%s (%s) select %s from copies on conflict do nothing"
                .formatted(row.table(), String.join(", ", written), String.join(", ", values));
    }

    private String identifierColumns() {
        return IntStream.range(0, identifiers.size())
                .mapToObj(i -> ", " + copyOf(identifiers.get(i)) + " as f" + i)
                .collect(Collectors.joining());
    }

    private String expression(Column column, String value, FreshValues fresh) {
        var text = fresh.split(value).stream()
                .map(part -> {
                    if (!part.isFresh()) {
                        return "'" + part.text().replace("'", "''") + "'";
                    }
                    if (!identifiers.contains(part.text())) {
                        identifiers.add(part.text());
                    }
                    return "f" + identifiers.indexOf(part.text());
                })
                .collect(Collectors.joining(" || "));
        return "cast(%s as %s)".formatted(text, column.type());
    }

    /** Copies begin with a low time, so that they are older than everything the services write. */
    private static String copyOf(String identifier) {
        if (identifier.length() != 36) {
            return "'%s-' || n".formatted(identifier.substring(0, identifier.indexOf('-')));
        }
        return """
                (select cast(cast(lpad(to_hex(n), 12, '0') || '7' || substr(m, 1, 3) || '8' || substr(m, 4, 15) as uuid) as text)
                 from md5('%s' || n) m)""".formatted(identifier);
    }
}
