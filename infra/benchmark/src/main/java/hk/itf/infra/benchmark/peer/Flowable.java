package hk.itf.infra.benchmark.peer;

import hk.itf.infra.benchmark.BenchmarkException;
import hk.itf.infra.benchmark.LocalPlatform;
import hk.itf.infra.benchmark.load.ClosedLoop;
import hk.itf.infra.benchmark.load.LoadClient;
import hk.itf.infra.benchmark.load.LoadResult;
import hk.itf.infra.local.LocalPostgres;
import hk.itf.infra.local.LogFile;
import hk.itf.infra.local.Ports;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Flowable's REST application as a process of its own, with a database of its own on the platform's PostgreSQL. Both are
 * deleted at the end.
 */
public final class Flowable implements AutoCloseable {

    private static final String DATABASE = "bench_flowable";
    private static final String MAIN = "hk.itf.infra.benchmark.peers.FlowablePeer";
    private static final Duration START = Duration.ofMinutes(2);
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final int WAVE = 40;
    private static final int LINES = 20;

    private final LocalPlatform platform;
    private final int port;
    private final Process process;
    private final Path log;

    private Flowable(LocalPlatform platform, int port, Process process, Path log) {
        this.platform = platform;
        this.port = port;
        this.process = process;
        this.log = log;
    }

    /**
     * Starts Flowable and waits until it answers.
     *
     * @throws BenchmarkException if it is not built or does not start; the message holds the end of its log, because the log is
     *     deleted with the stack
     */
    public static Flowable start(LocalPlatform platform) {
        var built = platform.project().resolve("infra/benchmark/peers/target");
        if (!Files.isDirectory(built.resolve("lib"))) {
            throw new BenchmarkException("Flowable is not built: start the benchmark as ./itf bench --peers.");
        }
        try {
            dropDatabase(platform);
            administer(platform, "create database " + DATABASE);
            var port = Ports.freePort();
            var log = platform.state().log("flowable");
            var process = new ProcessBuilder(command(platform, built, port))
                    .redirectErrorStream(true)
                    .redirectInput(new File("/dev/null"))
                    .redirectOutput(log.toFile())
                    .start();
            var flowable = new Flowable(platform, port, process, log);
            flowable.awaitReady();
            return flowable;
        } catch (IOException | SQLException e) {
            throw new BenchmarkException("Flowable could not be started: " + e.getMessage(), e);
        }
    }

    private static List<String> command(LocalPlatform platform, Path built, int port) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-cp",
                built.resolve("classes") + File.pathSeparator + built.resolve("lib") + "/*",
                MAIN,
                "--server.port=" + port,
                "--spring.datasource.url=jdbc:postgresql://127.0.0.1:%d/%s"
                        .formatted(platform.ports().postgres(), DATABASE),
                "--spring.datasource.username=" + LocalPostgres.ADMINISTRATOR,
                "--spring.datasource.password=" + LocalPostgres.LOCAL_ONLY_PASSWORD);
    }

    private void awaitReady() {
        var deadline = System.nanoTime() + START.toNanos();
        while (!isReady()) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                close();
                throw new BenchmarkException("Flowable did not start. The last lines of its log:%n%s"
                        .formatted(String.join(System.lineSeparator(), LogFile.lastLines(log, LINES))));
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    private boolean isReady() {
        try (var client = LoadClient.of(port)) {
            return client.get(
                                    FlowableLife.ANYBODY,
                                    FlowableLife.SERVER,
                                    "/process-api/repository/process-definitions?key=grant")
                            .json()
                            .path("total")
                            .asInt()
                    == 1;
        } catch (BenchmarkException notYet) {
            return false;
        }
    }

    /** Lives that many grants. */
    public LoadResult live(int clients, int count) {
        return ClosedLoop.run(() -> LoadClient.of(port), clients, count, FlowableLife::live);
    }

    /** Lives grants for that long. Returns the last of them. */
    public LoadResult live(int clients, Duration atLeast) {
        var start = System.nanoTime();
        LoadResult last;
        do {
            last = live(clients, WAVE);
        } while (System.nanoTime() - start < atLeast.toNanos());
        return last;
    }

    private static void administer(LocalPlatform platform, String sql) throws SQLException {
        try (var connection = platform.administrator();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void dropDatabase(LocalPlatform platform) throws SQLException {
        administer(platform, "drop database if exists " + DATABASE + " with (force)");
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(START.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
            dropDatabase(platform);
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        } catch (SQLException e) {
            throw new BenchmarkException("The database of Flowable could not be deleted: " + e.getMessage(), e);
        }
    }
}
