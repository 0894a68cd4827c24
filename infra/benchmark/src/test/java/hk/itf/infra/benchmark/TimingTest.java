package hk.itf.infra.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class TimingTest {

    @Test
    void takesNearestRankAsPercentile() {
        var hundred = LongStream.rangeClosed(1, 100).toArray();

        assertThat(Timing.percentile(hundred, 50)).isEqualTo(50);
        assertThat(Timing.percentile(hundred, 99)).isEqualTo(99);
        assertThat(Timing.percentile(new long[] {1, 2, 3}, 50)).isEqualTo(2);
        assertThat(Timing.percentile(new long[] {1, 2, 3}, 99)).isEqualTo(3);
        assertThat(Timing.percentile(new long[] {7}, 1)).isEqualTo(7);
    }

    @Test
    void dividesCountByWallTime() {
        var timing = Timing.of(new long[] {3_000_000, 1_000_000, 2_000_000, 4_000_000}, 2_000_000_000L);

        assertThat(timing.count()).isEqualTo(4);
        assertThat(timing.perSecond()).isCloseTo(2.0, within(1e-9));
        assertThat(timing.p50Millis()).isCloseTo(2.0, within(1e-9));
        assertThat(timing.p99Millis()).isCloseTo(4.0, within(1e-9));
    }
}
