package hk.itf.infra.benchmark.floor;

import hk.itf.infra.benchmark.floor.RowChange.Kind;
import hk.itf.infra.local.Service;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;

/** Creates the functions of the floor, and copies the rows that existed before the captured grant and that it changes. */
final class FloorSetUp {

    private static final AtomicInteger INSTALLED = new AtomicInteger();

    private FloorSetUp() {}

    static List<FloorStep> install(Map<Service, FloorDatabase> databases, List<CapturedTransaction> transactions)
            throws SQLException {
        var fresh = FreshValues.of(transactions);
        var columns = new HashMap<Service, Map<String, Map<String, Column>>>();
        var first = new HashMap<Service, Map<String, Long>>();
        for (var database : databases.entrySet()) {
            columns.put(database.getKey(), database.getValue().columns());
            first.put(database.getKey(), new HashMap<>());
        }
        transactions.forEach(transaction -> findFirstCounts(
                transaction,
                Objects.requireNonNull(columns.get(transaction.service())),
                Objects.requireNonNull(first.get(transaction.service()))));
        var steps = new ArrayList<FloorStep>();
        for (var transaction : transactions) {
            steps.add(StepWriter.write(
                    transaction,
                    "step_" + INSTALLED.incrementAndGet(),
                    Objects.requireNonNull(columns.get(transaction.service())),
                    fresh,
                    Objects.requireNonNull(first.get(transaction.service()))));
        }
        for (var database : databases.entrySet()) {
            copyOlderRows(
                    database.getValue(),
                    transactions.stream()
                            .filter(transaction -> transaction.service() == database.getKey())
                            .toList(),
                    Objects.requireNonNull(columns.get(database.getKey())));
            try (var connection = database.getValue().connect()) {
                execute(connection, "create schema if not exists bench_floor");
                for (var step : steps) {
                    if (step.service() == database.getKey()) {
                        execute(connection, step.sql());
                    }
                }
            }
        }
        return steps;
    }

    private static void findFirstCounts(
            CapturedTransaction transaction, Map<String, Map<String, Column>> columns, Map<String, Long> first) {
        for (var change : transaction.changes()) {
            var table = Objects.requireNonNull(columns.get(change.table()), change.table());
            change.row().forEach((name, value) -> {
                var column = table.get(name);
                if (column != null && column.counter() != null && value != null) {
                    first.merge(column.counter(), Long.parseLong(value), Math::min);
                }
            });
        }
    }

    /** Foreign keys are off meanwhile, because rows that the older ones refer to are not copied. */
    private static void copyOlderRows(
            FloorDatabase database, List<CapturedTransaction> transactions, Map<String, Map<String, Column>> columns)
            throws SQLException {
        var known = new HashSet<String>();
        try (var connection = database.connectAsAdministrator()) {
            execute(connection, "set session_replication_role = replica");
            for (var transaction : transactions) {
                for (var change : transaction.changes()) {
                    var table = Objects.requireNonNull(columns.get(change.table()));
                    var key = change.table()
                            + change.row().entrySet().stream()
                                    .filter(entry -> Objects.requireNonNull(table.get(entry.getKey()))
                                            .key())
                                    .toList();
                    if (known.add(key) && change.kind() != Kind.INSERT) {
                        insert(connection, change, table);
                    }
                }
            }
        }
    }

    private static void insert(Connection connection, RowChange change, Map<String, Column> table) throws SQLException {
        var written = change.before().entrySet().stream()
                .filter(entry ->
                        !Objects.requireNonNull(table.get(entry.getKey())).computed())
                .toList();
        var names = new ArrayList<String>();
        var places = new ArrayList<String>();
        for (var entry : written) {
            names.add('"' + entry.getKey() + '"');
            places.add("cast(? as %s)"
                    .formatted(Objects.requireNonNull(table.get(entry.getKey())).type()));
        }
        var sql = "insert into public.%s (%s) overriding system value values (%s) on conflict do nothing"
                .formatted(change.table(), String.join(", ", names), String.join(", ", places));
        try (var statement = connection.prepareStatement(sql)) {
            for (var i = 0; i < written.size(); i++) {
                statement.setString(i + 1, written.get(i).getValue());
            }
            statement.execute();
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
