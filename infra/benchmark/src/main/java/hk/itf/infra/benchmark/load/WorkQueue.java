package hk.itf.infra.benchmark.load;

import hk.itf.infra.benchmark.BenchmarkException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.DelayQueue;
import java.util.concurrent.Delayed;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Pieces of work that several workers share, each with the earliest time of its start. A piece of work may add others, so that
 * a worker need not wait for an event: it adds a later look, and does other work meanwhile.
 *
 * @param <W> the worker that does a piece of work
 */
public final class WorkQueue<W> {

    /** One piece of work. */
    @FunctionalInterface
    public interface Work<W> {
        void run(W worker);
    }

    private record Item<W>(long at, Work<W> work) implements Delayed {

        @Override
        public long getDelay(TimeUnit unit) {
            return unit.convert(at - System.nanoTime(), TimeUnit.NANOSECONDS);
        }

        @Override
        public int compareTo(Delayed other) {
            return Long.compare(at - ((Item<?>) other).at, 0);
        }
    }

    private static final Duration LOOK_FOR_END = Duration.ofMillis(20);

    private final DelayQueue<Item<W>> items = new DelayQueue<>();
    private volatile boolean ended;

    public void add(Work<W> work) {
        items.add(new Item<>(System.nanoTime(), work));
    }

    public void addLater(Duration delay, Work<W> work) {
        items.add(new Item<>(System.nanoTime() + delay.toNanos(), work));
    }

    /** Lets the workers end after their present piece of work. */
    public void end() {
        ended = true;
    }

    /**
     * Lets every worker work, in a thread of its own, until {@link #end}.
     *
     * @throws BenchmarkException at the first failure of a piece of work
     */
    public void work(List<W> workers) {
        try (var threads = Executors.newFixedThreadPool(workers.size())) {
            var running = new ArrayList<Future<?>>();
            for (var worker : workers) {
                running.add(threads.submit(() -> workUntilEnd(worker)));
            }
            for (var each : running) {
                each.get();
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof BenchmarkException expected
                    ? expected
                    : new BenchmarkException("A piece of work failed: " + e.getCause(), e.getCause());
        } catch (InterruptedException e) {
            ended = true;
            Thread.currentThread().interrupt();
            throw new BenchmarkException("The measurement was interrupted.", e);
        }
    }

    private void workUntilEnd(W worker) {
        try {
            while (!ended) {
                var item = items.poll(LOOK_FOR_END.toNanos(), TimeUnit.NANOSECONDS);
                if (item != null) {
                    item.work().run(worker);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            ended = true;
        }
    }
}
