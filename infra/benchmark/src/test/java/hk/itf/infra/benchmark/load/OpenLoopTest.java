package hk.itf.infra.benchmark.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hk.itf.infra.benchmark.BenchmarkException;
import hk.itf.infra.local.Ports;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

class OpenLoopTest {

    private static final Ports PORTS = Ports.from(Map.of());

    /** One client, ten pieces of work due at once, 20 ms each: the last one ends 200 ms after its intended start. */
    @Test
    void countsLatencyFromIntendedStart() {
        var result = OpenLoop.run(PORTS, 1, index -> 0, 10, (client, index) -> pause());

        assertThat(result.latencies().millis(99)).isGreaterThan(195);
        assertThat(result.latencies().meanMillis()).isGreaterThan(90); // counted from its real start, each takes 20 ms
    }

    @Test
    void startsWorkAtEvenIntervals() {
        var start = System.nanoTime();

        var result = OpenLoop.run(PORTS, Schedule.even(100), 21, (client, index) -> {});

        assertThat(System.nanoTime() - start)
                .isGreaterThanOrEqualTo(Duration.ofMillis(200).toNanos());
        assertThat(result.count()).isEqualTo(21);
        assertThat(result.latencies().count()).isEqualTo(21);
        assertThat(result.perSecond()).isLessThanOrEqualTo(105);
    }

    @Test
    void multipliesRateByTenDuringBurst() {
        var schedule = Schedule.withBurst(10, Duration.ofSeconds(1), Duration.ofSeconds(2));

        assertThat(seconds(schedule, 9)).isEqualTo(0.9, within(1e-6));
        assertThat(seconds(schedule, 10)).isEqualTo(1.0, within(1e-6));
        assertThat(seconds(schedule, 110)).isEqualTo(2.0, within(1e-6));
        assertThat(seconds(schedule, 210)).isEqualTo(3.0, within(1e-6));
        assertThat(seconds(schedule, 211)).isEqualTo(3.1, within(1e-6));
    }

    @Test
    void stopsAtFirstFailure() {
        var done = new AtomicInteger();

        assertThatThrownBy(() -> ClosedLoop.run(PORTS, 2, 1_000, (client, index) -> {
                    if (done.incrementAndGet() == 3) {
                        throw new BenchmarkException("The service answered 500.");
                    }
                    pause();
                }))
                .hasMessage("The service answered 500.");
        assertThat(done.get()).isLessThan(10);
    }

    private static double seconds(Schedule schedule, int index) {
        return schedule.nanosTo(index) / 1e9;
    }

    private static void pause() {
        var end = System.nanoTime() + Duration.ofMillis(20).toNanos();
        while (System.nanoTime() < end) {
            LockSupport.parkNanos(end - System.nanoTime());
        }
    }
}
