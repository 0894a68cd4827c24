package hk.itf.infra.benchmark.lifecycle;

import hk.itf.infra.benchmark.LocalPlatform;
import hk.itf.infra.benchmark.load.LoadClient;
import hk.itf.infra.benchmark.load.WorkQueue;
import hk.itf.infra.benchmark.measure.DatabaseCounters;
import hk.itf.infra.benchmark.measure.ProcessCpu;
import hk.itf.model.money.Money;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Whole lives of research posts at the highest rate that the platform allows: a closed loop, because the result is a
 * throughput. Two grants per client are on their way, so that a client works while the events of one grant travel.
 *
 * <p>Bank details pay out only some working days after their verification. Therefore the organisations of all grants are
 * registered and their bank details verified first, then business time moves forward once. Both parts count.
 *
 * @param clients number of clients that send requests at the same time
 * @param progress receives one line before each phase
 */
public record LifecycleScenario(LocalPlatform platform, int clients, Consumer<String> progress) {

    private static final int IN_FLIGHT_PER_CLIENT = 2;
    private static final Duration COOLING_OFF = Duration.ofDays(7); // two working days, with weekends and most holidays
    private static final Money AWARD = Money.hkd(120_000); // three months of 30,000 and the supplement of 10,000

    /** One wave of lives, measured from the outside. */
    private record Wave(List<Long> nanos, long wallNanos, long calls) {}

    /**
     * Warms up, then measures as many lives as the warm-up promises for that time.
     *
     * @param seconds intended duration of the measurement
     */
    public LifecycleResult run(int seconds) {
        var clerks = Stream.generate(() -> Clerk.of(platform)).limit(clients).toList();
        try {
            progress.accept("Warming up with whole lives of grants ...");
            wave(clerks, clients * IN_FLIGHT_PER_CLIENT);
            var second = wave(clerks, clients * IN_FLIGHT_PER_CLIENT);
            var count = (int) Math.max(
                    clients * IN_FLIGHT_PER_CLIENT, second.nanos().size() * 1e9 * seconds / second.wallNanos());
            progress.accept("Living %d whole lives of grants with %d clients ...".formatted(count, clients));
            var before = DatabaseCounters.readSettled(platform);
            var cpuBefore = ProcessCpu.read(platform);
            var measured = wave(clerks, count);
            var cpuAfter = ProcessCpu.read(platform);
            var database = DatabaseCounters.readSettled(platform).since(before);
            return LifecycleResult.of(
                    measured.nanos(),
                    measured.wallNanos(),
                    measured.calls(),
                    cpuAfter.since(cpuBefore),
                    cpuAfter.foreignSince(cpuBefore),
                    database);
        } finally {
            clerks.forEach(Clerk::close);
        }
    }

    private Wave wave(List<Clerk> clerks, int count) {
        Funds.ensure(platform, "rth", AWARD.times(count));
        var steps = new Steps(platform);
        var callsBefore = calls(clerks);
        var start = System.nanoTime();
        var registered = register(clerks, steps, count);
        var registration = System.nanoTime() - start;
        platform.passTime(COOLING_OFF);
        var lives = new Lives(new Steps(platform), registered);
        start = System.nanoTime();
        var nanos = lives.run(clerks, clients * IN_FLIGHT_PER_CLIENT);
        return new Wave(nanos, registration + System.nanoTime() - start, calls(clerks) - callsBefore);
    }

    private static Queue<Life> register(List<Clerk> clerks, Steps steps, int count) {
        var registered = new ConcurrentLinkedQueue<Life>();
        var done = new AtomicInteger();
        var work = new WorkQueue<Clerk>();
        for (var i = 0; i < count; i++) {
            work.add(clerk -> {
                registered.add(steps.register(clerk));
                if (done.incrementAndGet() == count) {
                    work.end();
                }
            });
        }
        work.work(clerks);
        return registered;
    }

    private static long calls(List<Clerk> clerks) {
        return clerks.stream().map(Clerk::client).mapToLong(LoadClient::calls).sum();
    }
}
