package hk.itf.infra.benchmark.floor;

import hk.itf.infra.benchmark.BenchmarkException;
import hk.itf.infra.benchmark.LocalPlatform;
import hk.itf.infra.benchmark.floor.RowChange.Kind;
import hk.itf.infra.local.Service;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;

/**
 * The transactions of one grant's life, repeated with fresh identifiers straight over JDBC: the same rows in the same
 * schema, one round trip and one commit for each transaction. No reads, no JVM of a service and no broker take part.
 */
public final class GrantFloor implements AutoCloseable {

    private final Map<Service, FloorDatabase> databases;
    private final List<CapturedTransaction> transactions;
    private final List<FloorStep> steps;
    private final AtomicLong lives;

    /** @param lives counts the repetitions in these databases, so that none repeats the identifiers of another */
    private GrantFloor(
            Map<Service, FloorDatabase> databases,
            List<CapturedTransaction> transactions,
            List<FloorStep> steps,
            AtomicLong lives) {
        this.databases = databases;
        this.transactions = transactions;
        this.steps = steps;
        this.lives = lives;
    }

    /**
     * Captures the rows of a grant and prepares their repetition.
     *
     * @param life lets one grant live; nothing else may use the platform meanwhile
     */
    public static GrantFloor capture(LocalPlatform platform, Runnable life) {
        try (var capture = Capture.open(platform)) {
            life.run();
            return prepare(platform, ofGrant(capture.transactions()));
        }
    }

    /**
     * Leaves out what the services do meanwhile for other grants or for none, such as renewing a lease. A transaction of the
     * grant names the grant or its organisation, or the position of a kept row.
     */
    static List<CapturedTransaction> ofGrant(List<CapturedTransaction> all) {
        var names = new HashSet<String>();
        for (var transaction : all) {
            for (var change : transaction.changes()) {
                if (change.kind() == Kind.INSERT && change.table().equals("application")) {
                    names.add(String.valueOf(change.after().get("id")));
                    names.add(String.valueOf(change.after().get("organisation_id")));
                }
            }
        }
        var positions = new HashSet<String>();
        var kept = new ArrayList<CapturedTransaction>();
        for (var transaction : all) {
            var concernsGrant = transaction.changes().stream()
                    .anyMatch(change ->
                            change.values().anyMatch(value -> names.stream().anyMatch(value::contains))
                                    || positions.contains(positionOf(transaction, change)));
            if (concernsGrant) {
                kept.add(transaction);
                transaction.changes().stream()
                        .filter(change -> change.row().containsKey("position"))
                        .forEach(change -> positions.add(positionOf(transaction, change)));
            }
        }
        return kept;
    }

    /** Sent events are deleted by their position in the log. */
    private static String positionOf(CapturedTransaction transaction, RowChange change) {
        return transaction.service() + " " + change.row().get("position");
    }

    private static GrantFloor prepare(LocalPlatform platform, List<CapturedTransaction> transactions) {
        var databases = new EnumMap<Service, FloorDatabase>(Service.class);
        try {
            for (var service : Service.values()) {
                databases.put(service, FloorDatabase.create(platform, service));
            }
            return new GrantFloor(
                    databases, transactions, FloorSetUp.install(databases, transactions), new AtomicLong());
        } catch (SQLException e) {
            databases.values().forEach(FloorDatabase::close);
            throw new BenchmarkException("The floor could not be prepared: " + e.getMessage(), e);
        }
    }

    /**
     * The same rows in fewer transactions, because the services write the rows of several grants in one when they are busy.
     *
     * @param count number of transactions; more than the captured ones change nothing
     */
    public GrantFloor withCommits(int count) {
        var merged = new ArrayList<>(transactions);
        while (merged.size() > Math.max(count, Service.values().length)) {
            var smallest = -1;
            for (var i = 0; i + 1 < merged.size(); i++) {
                if (merged.get(i).service() == merged.get(i + 1).service()
                        && (smallest < 0 || rows(merged, i) < rows(merged, smallest))) {
                    smallest = i;
                }
            }
            if (smallest < 0) {
                break; // neighbours are of different databases
            }
            merged.set(smallest, merged.get(smallest).plus(merged.remove(smallest + 1)));
        }
        try {
            return new GrantFloor(databases, merged, FloorSetUp.install(databases, merged), lives);
        } catch (SQLException e) {
            throw new BenchmarkException("The floor could not be prepared: " + e.getMessage(), e);
        }
    }

    /** Rows of a transaction and the next one. */
    private static int rows(List<CapturedTransaction> transactions, int first) {
        return transactions.get(first).changes().size()
                + transactions.get(first + 1).changes().size();
    }

    /** Number of transactions that wrote rows for the captured grant. */
    public int commits() {
        return steps.size();
    }

    /** Number of written rows of the captured grant. */
    public int rows() {
        return transactions.stream()
                .mapToInt(transaction -> transaction.changes().size())
                .sum();
    }

    /** Whole lives a second. */
    public double lifeRate(int connections, Duration duration) {
        return FloorLoad.run(connections, duration, this::open, (session, life) -> {
            for (var step : steps) {
                session.call(step, life);
            }
        });
    }

    /** Submissions a second. Everything before the submission is done before the measurement, for as long. */
    public double submissionRate(int connections, Duration duration) {
        return rateOf(connections, duration, transaction -> transaction.inserts("submission"));
    }

    /** Review cases opened a second. */
    public double caseRate(int connections, Duration duration) {
        return rateOf(connections, duration, transaction -> transaction.inserts("review_case"));
    }

    /** Tasks taken a second. */
    public double takeRate(int connections, Duration duration) {
        return rateOf(
                connections,
                duration,
                transaction -> transaction.changes(Kind.UPDATE, "review_task", "status", "TAKEN"));
    }

    /** Tranches released a second. */
    public double releaseRate(int connections, Duration duration) {
        return rateOf(
                connections,
                duration,
                transaction -> transaction.changes(Kind.UPDATE, "tranche", "status", "RELEASED"));
    }

    /**
     * Inserts copies of the captured application into the databases of the services. Each waits for its completeness check.
     *
     * @param from number of the first copy
     * @param to number after the last copy
     */
    public void insertCopies(LocalPlatform platform, int from, int to) {
        try {
            var last = indexOf(transaction -> transaction.inserts("review_case"));
            BulkRows.of(platform, databases, transactions.subList(0, last + 1)).insert(from, to);
        } catch (SQLException e) {
            throw new BenchmarkException("The copies of applications cannot be prepared: " + e.getMessage(), e);
        }
    }

    private int indexOf(Predicate<CapturedTransaction> wanted) {
        for (var i = 0; i < transactions.size(); i++) {
            if (wanted.test(transactions.get(i))) {
                return i;
            }
        }
        throw new BenchmarkException("The captured grant lacks the transaction that the floor repeats.");
    }

    private double rateOf(int connections, Duration duration, Predicate<CapturedTransaction> wanted) {
        var last = indexOf(wanted);
        var prepared = new ArrayList<FloorLife>();
        FloorLoad.run(connections, duration, this::open, (session, life) -> {
            for (var step : steps.subList(0, last)) {
                session.call(step, life);
            }
            synchronized (prepared) {
                prepared.add(life);
            }
        });
        return FloorLoad.run(connections, prepared, this::open, (session, life) -> session.call(steps.get(last), life));
    }

    private FloorSession open() throws SQLException {
        var connections = new HashMap<Service, Connection>();
        for (var database : databases.entrySet()) {
            connections.put(database.getKey(), database.getValue().connect());
        }
        return new FloorSession(connections, lives);
    }

    @Override
    public void close() {
        databases.values().forEach(database -> Objects.requireNonNull(database).close());
    }
}
