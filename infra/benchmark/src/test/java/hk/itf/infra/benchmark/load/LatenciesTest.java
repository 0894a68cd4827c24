package hk.itf.infra.benchmark.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LatenciesTest {

    private final Latencies latencies = new Latencies();

    @Test
    void givesPercentilesInMilliseconds() {
        LongStream.rangeClosed(1, 1_000).forEach(millis -> latencies.record(millis * 1_000_000));

        assertThat(latencies.millis(50)).isCloseTo(500, within(1.0));
        assertThat(latencies.millis(99)).isCloseTo(990, within(1.0));
        assertThat(latencies.meanMillis()).isCloseTo(500.5, within(1.0));
        assertThat(latencies.points())
                .hasSize(7)
                .last()
                .satisfies(last -> assertThat(last.millis()).isCloseTo(1000, within(1.0)));
    }

    @Test
    void joinsLatenciesOfSeveralThreads() {
        var other = new Latencies();
        latencies.record(1_000_000);
        other.record(3_000_000);

        latencies.addAll(other);

        assertThat(latencies.count()).isEqualTo(2);
        assertThat(latencies.millis(100)).isCloseTo(3, within(0.01));
    }

    @Test
    void isZeroWithoutMeasurement() {
        assertThat(latencies.millis(99)).isZero();
        assertThat(latencies.meanMillis()).isZero();
    }
}
