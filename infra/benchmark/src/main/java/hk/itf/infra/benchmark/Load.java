package hk.itf.infra.benchmark;

import java.util.ArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** A closed loop: each connection begins its next piece of work when the one before has ended. */
final class Load {

    /** One piece of work; a connection does one at a time. */
    interface Work {
        void run(int connection, int index) throws Exception;
    }

    private Load() {}

    /** Does the work of indexes 0 to count - 1, and stops at the first failure. */
    static Timing run(int connections, int count, Work work) {
        var nanos = new long[count];
        var next = new AtomicInteger();
        var begun = System.nanoTime();
        try (var workers = Executors.newFixedThreadPool(connections)) {
            var running = new ArrayList<Future<?>>();
            for (var i = 0; i < connections; i++) {
                var connection = i;
                running.add(workers.submit(() -> {
                    for (var index = next.getAndIncrement(); index < count; index = next.getAndIncrement()) {
                        var start = System.nanoTime();
                        try {
                            work.run(connection, index);
                        } catch (Exception e) {
                            next.set(count);
                            throw e;
                        }
                        nanos[index] = System.nanoTime() - start;
                    }
                    return null;
                }));
            }
            for (var each : running) {
                each.get();
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof BenchmarkFailed failed
                    ? failed
                    : new BenchmarkFailed("The load was not completed: " + e.getCause(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchmarkFailed("The measurement was interrupted.", e);
        }
        return Timing.of(nanos, System.nanoTime() - begun);
    }
}
