package hk.itf.infra.benchmark.load;

import hk.itf.infra.benchmark.BenchmarkException;
import hk.itf.infra.local.Ports;
import java.util.concurrent.locks.LockSupport;

/**
 * Load at a fixed rate, whatever the server does. Every piece of work has an intended start, and its latency counts from
 * there: a request that waits because the server is slow with earlier ones counts with its wait.
 */
public final class OpenLoop {

    /** The number of clients; more pieces of work than that cannot be under way at once, and the next ones start late. */
    static final int CLIENTS = 48;

    private OpenLoop() {}

    /**
     * Does the pieces of work 0 to {@code count - 1}.
     *
     * @throws BenchmarkException at the first failure
     */
    public static LoadResult run(Ports ports, Schedule schedule, int count, ClosedLoop.Work work) {
        return run(ports, Math.min(CLIENTS, count), schedule, count, work);
    }

    static LoadResult run(Ports ports, int clients, Schedule schedule, int count, ClosedLoop.Work work) {
        var start = System.nanoTime();
        return ClientThreads.run(() -> new LoadClient(ports), clients, count, (client, index) -> {
            var intended = start + schedule.nanosTo(index);
            awaitTime(intended);
            work.run(client, index);
            return intended;
        });
    }

    private static void awaitTime(long nanos) {
        for (var left = nanos - System.nanoTime(); left > 0; left = nanos - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
