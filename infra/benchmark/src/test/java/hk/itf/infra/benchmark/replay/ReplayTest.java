package hk.itf.infra.benchmark.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ReplayTest {

    @Test
    void showsProgressRateAndTimeLeft() {
        assertThat(Replay.bar(500, 2_000, 500, Duration.ofSeconds(50)))
                .isEqualTo("[#######.......................] 500 of 2000 applications, 10.0 a second, 0:02:30 left");
    }

    @Test
    void countsRateOfThisRunAlone() {
        assertThat(Replay.bar(1_500, 2_000, 500, Duration.ofSeconds(100)))
                .contains("1500 of 2000", "5.0 a second", "0:01:40 left");
    }
}
