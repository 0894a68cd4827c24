package hk.itf.infra.benchmark.floor;

import hk.itf.infra.benchmark.BenchmarkException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Work without think time over several sessions. Sessions are opened before the measurement begins. */
final class FloorLoad {

    /** Opens the session of one thread. */
    interface Opening {
        FloorSession open() throws SQLException;
    }

    /** One piece of work. */
    interface Work {
        void run(FloorSession session, FloorLife life) throws SQLException;
    }

    private FloorLoad() {}

    /** Does the work for new lives for that long, and returns how often a second. */
    static double run(int sessions, Duration duration, Opening opening, Work work) {
        return run(
                sessions,
                opening,
                work,
                (session, start) -> System.nanoTime() - start > duration.toNanos() ? null : session.newLife());
    }

    /** Does the work for these lives, and returns how often a second. */
    static double run(int sessions, List<FloorLife> lives, Opening opening, Work work) {
        var left = new ConcurrentLinkedQueue<>(lives);
        return run(sessions, opening, work, (session, start) -> left.poll());
    }

    /** The next life to work on; null at the end. */
    private interface Source {
        @Nullable
        FloorLife next(FloorSession session, long startNanos);
    }

    private static double run(int sessions, Opening opening, Work work, Source source) {
        var done = new AtomicLong();
        var start = new AtomicLong();
        var ready = new CountDownLatch(sessions);
        var begin = new CountDownLatch(1);
        try (var threads = Executors.newFixedThreadPool(sessions)) {
            var running = new ArrayList<Future<?>>();
            for (var i = 0; i < sessions; i++) {
                running.add(threads.submit((Callable<Void>) () -> {
                    try (var session = opening.open()) {
                        ready.countDown();
                        begin.await();
                        for (var life = source.next(session, start.get());
                                life != null;
                                life = source.next(session, start.get())) {
                            work.run(session, life);
                            done.incrementAndGet();
                        }
                    } finally {
                        ready.countDown();
                    }
                    return null;
                }));
            }
            ready.await();
            start.set(System.nanoTime());
            begin.countDown();
            for (var each : running) {
                each.get();
            }
            return done.get() * 1e9 / (System.nanoTime() - start.get());
        } catch (ExecutionException e) {
            throw new BenchmarkException("The floor failed: " + e.getCause(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchmarkException("The floor was interrupted.", e);
        }
    }
}
