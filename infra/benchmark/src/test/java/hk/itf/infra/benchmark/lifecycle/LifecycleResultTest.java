package hk.itf.infra.benchmark.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hk.itf.infra.benchmark.load.Latencies;
import hk.itf.infra.benchmark.measure.DatabaseCounters;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LifecycleResultTest {

    private static final long SECOND = 1_000_000_000L;

    private final LifecycleResult result = LifecycleResult.of(
            latencies(4, 1, 2, 3),
            2 * SECOND,
            116,
            Map.of("postgres", 0.2),
            0.5,
            new DatabaseCounters(
                    Map.of("applications", 80L, "postgres", 1_000L),
                    40,
                    Map.of("applications", 400L),
                    4_096,
                    Map.of("applications.event_log", 16L, "assessment.event_log", 64L, "assessment.timeline", 8L),
                    Map.of(),
                    Map.of()));

    @Test
    void dividesEverythingByLives() {
        assertThat(result.perSecond()).isEqualTo(2);
        assertThat(result.p50Seconds()).isCloseTo(2, within(0.01));
        assertThat(result.p99Seconds()).isCloseTo(4, within(0.01));
        assertThat(result.calls()).isEqualTo(29);
        assertThat(result.cpuMillis()).isEqualTo(Map.of("postgres", 50.0));
        assertThat(result.foreignCores()).isEqualTo(0.25);
        assertThat(result.commits()).isEqualTo(Map.of("applications", 20.0));
        assertThat(result.writingCommits()).isEqualTo(10);
        assertThat(result.statements()).isEqualTo(Map.of("applications", 100.0));
        assertThat(result.walKilobytes()).isEqualTo(1);
        assertThat(result.events()).isEqualTo(Map.of("applications", 4.0, "assessment", 16.0));
        assertThat(result.timelineRows()).isEqualTo(2);
    }

    @Test
    void printsSumAndParts() {
        var printed = new ByteArrayOutputStream();

        result.print(new PrintStream(printed, true, StandardCharsets.UTF_8));

        assertThat(printed.toString(StandardCharsets.UTF_8))
                .contains("4 whole lives", "events 20.0 (applications 4.0, assessment 16.0)", "foreign load 0.25 cores")
                .doesNotContain("null", "NaN");
    }

    private static Latencies latencies(int... seconds) {
        var latencies = new Latencies();
        for (var each : seconds) {
            latencies.record(each * SECOND);
        }
        return latencies;
    }
}
