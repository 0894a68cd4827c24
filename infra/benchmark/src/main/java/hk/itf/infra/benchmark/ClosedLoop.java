package hk.itf.infra.benchmark;

import java.util.ArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Load without think time: each connection starts its next piece of work as soon as the previous one has ended. */
final class ClosedLoop {

    /** A piece of work. A connection does one piece at a time. */
    interface Work {
        void run(int connection, int index) throws Exception;
    }

    private ClosedLoop() {}

    /**
     * Does the pieces of work 0 to {@code count - 1}.
     *
     * @throws BenchmarkException at the first failure
     */
    static Timing run(int connections, int count, Work work) {
        var nanos = new long[count];
        var next = new AtomicInteger();
        var start = System.nanoTime();
        try (var workers = Executors.newFixedThreadPool(connections)) {
            var running = new ArrayList<Future<?>>();
            for (var i = 0; i < connections; i++) {
                var connection = i;
                running.add(workers.submit(() -> {
                    for (var index = next.getAndIncrement(); index < count; index = next.getAndIncrement()) {
                        var workStart = System.nanoTime();
                        try {
                            work.run(connection, index);
                        } catch (Exception e) {
                            next.set(count);
                            throw e;
                        }
                        nanos[index] = System.nanoTime() - workStart;
                    }
                    return null;
                }));
            }
            for (var worker : running) {
                worker.get();
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof BenchmarkException expected
                    ? expected
                    : new BenchmarkException("A piece of work failed: " + e.getCause(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchmarkException("The measurement was interrupted.", e);
        }
        return Timing.of(nanos, System.nanoTime() - start);
    }
}
