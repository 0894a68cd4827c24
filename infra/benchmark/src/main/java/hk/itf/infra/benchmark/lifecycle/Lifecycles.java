package hk.itf.infra.benchmark.lifecycle;

import hk.itf.infra.benchmark.LocalPlatform;
import hk.itf.infra.benchmark.load.Latencies;
import hk.itf.infra.benchmark.load.LoadClient;
import hk.itf.infra.benchmark.load.WorkQueue;
import hk.itf.infra.benchmark.measure.DatabaseCounters;
import hk.itf.infra.benchmark.measure.ProcessCpu;
import hk.itf.model.money.Money;
import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/**
 * Whole lives of research posts at the highest rate that the platform allows: a closed loop, because the result is a
 * throughput. Three grants per client are on their way, so that a client works while the events and payments of others travel.
 *
 * <p>Bank details pay out only some working days after their verification. Therefore the organisations of all grants are
 * registered and their bank details verified first, then business time moves forward once. Both parts count.
 */
public final class Lifecycles implements AutoCloseable {

    private static final int IN_FLIGHT_PER_CLIENT = 3;
    private static final int WARM_UP_WAVES = 1;
    private static final Duration COOLING_OFF = Duration.ofDays(7); // two working days, with weekends and most holidays
    private static final Money AWARD = Money.hkd(120_000); // three months of 30,000 and the supplement of 10,000

    private static final int RESERVE = 1_000; // awards of interrupted runs that wait for money come first

    private final LocalPlatform platform;
    private final List<Clerk> clerks;

    /**
     * Some lives, measured from outside.
     *
     * @param wallNanos registration of the organisations included
     * @param calls number of requests, repeated looks for events included
     */
    public record Wave(Latencies latencies, long wallNanos, long calls) {

        public double perSecond() {
            return latencies.count() * 1e9 / wallNanos;
        }
    }

    /** @param clients number of clients that send requests at the same time */
    public Lifecycles(LocalPlatform platform, int clients) {
        this.platform = platform;
        clerks = Stream.generate(() -> Clerk.of(platform)).limit(clients).toList();
    }

    /** Lives grants for that long, so that the services have compiled their code. */
    public void warmUp(Duration atLeast) {
        var start = System.nanoTime();
        while (System.nanoTime() - start < atLeast.toNanos()) {
            wave(WARM_UP_WAVES * inFlight());
        }
    }

    /** Lives that many grants. */
    public Wave wave(int count) {
        var callsBefore = calls();
        var start = System.nanoTime();
        var registered = register(count);
        var registration = System.nanoTime() - start;
        pass(count);
        var lives = new Lives(new Steps(platform), registered);
        start = System.nanoTime();
        var latencies = lives.run(clerks, inFlight());
        return new Wave(latencies, registration + System.nanoTime() - start, calls() - callsBefore);
    }

    /**
     * Lives that many grants and reads processes and databases before and after.
     *
     * @param settle how long PostgreSQL gets to report its counters
     */
    public LifecycleResult measure(int count, Duration settle) {
        var before = DatabaseCounters.readSettled(platform, settle);
        var cpuBefore = ProcessCpu.read(platform);
        var wave = wave(count);
        var cpuAfter = ProcessCpu.read(platform);
        var database = DatabaseCounters.readSettled(platform, settle).since(before);
        return LifecycleResult.of(
                wave.latencies(),
                wave.wallNanos(),
                wave.calls(),
                cpuAfter.since(cpuBefore),
                cpuAfter.foreignSince(cpuBefore),
                database);
    }

    /** Registers organisations with verified bank details, for grants that are not drafted yet. */
    Queue<Life> register(int count) {
        var steps = new Steps(platform);
        var registered = new ConcurrentLinkedQueue<Life>();
        each(Collections.nCopies(count, steps), (clerk, each) -> registered.add(each.register(clerk)));
        return registered;
    }

    /** Does the same for every item, shared among the clerks. Returns the time it took, in nanoseconds. */
    <T> long each(Collection<T> items, BiConsumer<Clerk, T> action) {
        var left = new AtomicInteger(items.size());
        var work = new WorkQueue<Clerk>();
        for (var item : items) {
            work.add(clerk -> {
                action.accept(clerk, item);
                if (left.decrementAndGet() == 0) {
                    work.end();
                }
            });
        }
        var start = System.nanoTime();
        if (!items.isEmpty()) {
            work.work(clerks);
        }
        return System.nanoTime() - start;
    }

    /** Moves business time forward until the bank details can be used, then ensures money for that many awards. */
    void pass(int count) {
        platform.passTime(COOLING_OFF);
        Funds.ensure(platform, "rth", AWARD.times(count + RESERVE)); // the financial year may have changed
    }

    LocalPlatform platform() {
        return platform;
    }

    List<Clerk> clerks() {
        return clerks;
    }

    public int inFlight() {
        return clerks.size() * IN_FLIGHT_PER_CLIENT;
    }

    private long calls() {
        return clerks.stream().map(Clerk::client).mapToLong(LoadClient::calls).sum();
    }

    @Override
    public void close() {
        clerks.forEach(Clerk::close);
    }
}
