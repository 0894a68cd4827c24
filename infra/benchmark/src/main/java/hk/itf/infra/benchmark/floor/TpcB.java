package hk.itf.infra.benchmark.floor;

import hk.itf.infra.benchmark.BenchmarkException;
import hk.itf.infra.benchmark.LocalPlatform;
import hk.itf.infra.local.LocalPostgres;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A transaction like that of TPC-B, as pgbench runs it: three updates, one query and one insertion, each in a round trip of
 * its own, then the commit. The database has scale 20 and is deleted at the end.
 */
public final class TpcB implements AutoCloseable {

    private static final String NAME = "bench_tpcb";
    private static final int SCALE = 20;
    private static final int TELLERS = 10 * SCALE;
    private static final int ACCOUNTS = 10_000 * SCALE; // a tenth of TPC-B, to be loaded in a second

    private static final String SCHEMA = """
            create table branch (id int primary key, balance bigint not null, filler char(88));
            create table teller (id int primary key, branch int not null, balance bigint not null, filler char(84));
            create table account (id int primary key, branch int not null, balance bigint not null, filler char(84));
            create table history (teller int, branch int, account int, delta int, at timestamptz, filler char(22));
            insert into branch select i, 0, '' from generate_series(1, %1$d) i;
            insert into teller select i, 1 + i %% %1$d, 0, '' from generate_series(1, %2$d) i;
            insert into account select i, 1 + i %% %1$d, 0, '' from generate_series(1, %3$d) i;
            """.formatted(SCALE, TELLERS, ACCOUNTS);

    private static final List<String> STATEMENTS = List.of(
            "update account set balance = balance + ? where id = ?",
            "select balance from account where id = ?",
            "update teller set balance = balance + ? where id = ?",
            "update branch set balance = balance + ? where id = ?",
            "insert into history (teller, branch, account, delta, at) values (?, ?, ?, ?, now())");

    private final int port;

    private TpcB(int port) {
        this.port = port;
    }

    public static TpcB create(LocalPlatform platform) {
        var port = platform.ports().postgres();
        LocalPostgres.dropDatabase(port, NAME);
        LocalPostgres.createDatabase(port, NAME);
        var tpcB = new TpcB(port);
        try (var connection = LocalPostgres.connect(port, NAME);
                var statement = connection.createStatement()) {
            statement.execute(SCHEMA);
            statement.execute("vacuum analyze");
            return tpcB;
        } catch (SQLException e) {
            tpcB.close();
            throw new BenchmarkException("The database of TPC-B cannot be filled: " + e.getMessage(), e);
        }
    }

    /** Transactions a second. */
    public double rate(int connections, Duration duration) {
        var ready = new CountDownLatch(connections);
        try (var threads = Executors.newFixedThreadPool(connections)) {
            var running = new ArrayList<Future<Integer>>();
            for (var i = 0; i < connections; i++) {
                running.add(threads.submit((Callable<Integer>) () -> work(ready, duration)));
            }
            ready.await();
            var start = System.nanoTime();
            var done = 0;
            for (var each : running) {
                done += each.get();
            }
            return done * 1e9 / (System.nanoTime() - start);
        } catch (ExecutionException e) {
            throw new BenchmarkException("A TPC-B-like transaction failed: " + e.getCause(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchmarkException("The measurement was interrupted.", e);
        }
    }

    private int work(CountDownLatch ready, Duration duration) throws SQLException, InterruptedException {
        try (var connection = LocalPostgres.connect(port, NAME)) {
            connection.setAutoCommit(false);
            var statements = prepare(connection);
            ready.countDown();
            ready.await();
            var end = System.nanoTime() + duration.toNanos();
            var done = 0;
            while (System.nanoTime() < end) {
                transact(statements);
                connection.commit();
                done++;
            }
            return done;
        } finally {
            ready.countDown(); // after a failure, so that nobody waits for this connection
        }
    }

    private static List<PreparedStatement> prepare(Connection connection) throws SQLException {
        var prepared = new ArrayList<PreparedStatement>();
        for (var sql : STATEMENTS) {
            prepared.add(connection.prepareStatement(sql));
        }
        return prepared;
    }

    private static void transact(List<PreparedStatement> statements) throws SQLException {
        var random = ThreadLocalRandom.current();
        var account = 1 + random.nextInt(ACCOUNTS);
        var teller = 1 + random.nextInt(TELLERS);
        var branch = 1 + random.nextInt(SCALE);
        var delta = random.nextInt(-5_000, 5_000);
        run(statements.get(0), delta, account);
        run(statements.get(1), account);
        run(statements.get(2), delta, teller);
        run(statements.get(3), delta, branch);
        run(statements.get(4), teller, branch, account, delta);
    }

    private static void run(PreparedStatement statement, int... values) throws SQLException {
        for (var i = 0; i < values.length; i++) {
            statement.setInt(i + 1, values[i]);
        }
        statement.execute();
    }

    @Override
    public void close() {
        LocalPostgres.dropDatabase(port, NAME);
    }
}
