package hk.itf.infra.benchmark.load;

import hk.itf.infra.benchmark.BenchmarkException;
import hk.itf.infra.local.Ports;
import java.util.function.Supplier;

/** Load without think time: each client starts its next piece of work as soon as the previous one has ended. */
public final class ClosedLoop {

    /** A piece of work. A client does one piece at a time. */
    @FunctionalInterface
    public interface Work {
        void run(LoadClient client, int index) throws Exception;
    }

    private ClosedLoop() {}

    /**
     * Does the pieces of work 0 to {@code count - 1}.
     *
     * @throws BenchmarkException at the first failure
     */
    public static LoadResult run(Ports ports, int clients, int count, Work work) {
        return run(() -> new LoadClient(ports), clients, count, work);
    }

    /** Does the same through other clients. */
    public static LoadResult run(Supplier<LoadClient> connect, int clients, int count, Work work) {
        return ClientThreads.run(connect, clients, count, (client, index) -> {
            var start = System.nanoTime();
            work.run(client, index);
            return start;
        });
    }
}
