package hk.itf.infra.benchmark.load;

import hk.itf.infra.benchmark.BenchmarkException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Threads that share numbered pieces of work. Each has a client and takes the next number when it is free. */
final class ClientThreads {

    /** What one thread does with the pieces of work it takes. */
    interface Task {
        /** @return when the work was meant to start, in nanoseconds */
        long run(LoadClient client, int index) throws Exception;
    }

    private record Share(Latencies latencies, long calls, long nanos) {}

    private final AtomicInteger next = new AtomicInteger();
    private final Supplier<LoadClient> clients;
    private final int count;
    private final Task task;

    private ClientThreads(Supplier<LoadClient> clients, int count, Task task) {
        this.clients = clients;
        this.count = count;
        this.task = task;
    }

    /**
     * Does the pieces of work 0 to {@code count - 1}.
     *
     * @throws BenchmarkException at the first failure
     */
    static LoadResult run(Supplier<LoadClient> clients, int threads, int count, Task task) {
        return new ClientThreads(clients, count, task).run(threads);
    }

    private LoadResult run(int threads) {
        var all = new Latencies();
        var calls = 0L;
        var nanos = 0L;
        var start = System.nanoTime();
        try (var workers = Executors.newFixedThreadPool(threads)) {
            var running = new ArrayList<Future<Share>>();
            for (var i = 0; i < threads; i++) {
                running.add(workers.submit((Callable<Share>) this::work));
            }
            for (var each : running) {
                var share = each.get();
                all.addAll(share.latencies());
                calls += share.calls();
                nanos += share.nanos();
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof BenchmarkException expected
                    ? expected
                    : new BenchmarkException("A piece of work failed: " + e.getCause(), e.getCause());
        } catch (InterruptedException e) {
            next.set(count);
            Thread.currentThread().interrupt();
            throw new BenchmarkException("The measurement was interrupted.", e);
        }
        return new LoadResult(count, System.nanoTime() - start, all, calls, nanos);
    }

    private Share work() throws Exception {
        var latencies = new Latencies();
        var threads = ManagementFactory.getThreadMXBean();
        var cpuBefore = threads.getCurrentThreadCpuTime();
        try (var client = clients.get()) {
            for (var index = next.getAndIncrement(); index < count; index = next.getAndIncrement()) {
                var intended = task.run(client, index);
                latencies.record(System.nanoTime() - intended);
            }
            return new Share(latencies, client.calls(), threads.getCurrentThreadCpuTime() - cpuBefore);
        } catch (Exception e) {
            next.set(count);
            throw e;
        }
    }
}
