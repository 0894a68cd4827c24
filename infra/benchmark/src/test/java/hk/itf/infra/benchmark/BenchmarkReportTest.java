package hk.itf.infra.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BenchmarkReportTest {

    private static final Timing FLOOR = new Timing(24, 400, 2, 5);
    private static final Timing SYSTEM = new Timing(24, 40, 20, 50);

    private final BenchmarkReport report = BenchmarkReport.of(
            new BenchmarkOptions(24, 4, 3, false), new Timing(3, 5, 60, 90), FLOOR, SYSTEM, FLOOR, machine());

    @Test
    void dividesSystemByMeanOfFloors() {
        assertThat(report.systemToFloor()).isEqualTo(0.1);
    }

    @Test
    void printsAllMeasurements() {
        var printed = new ByteArrayOutputStream();

        report.print(new PrintStream(printed, true, StandardCharsets.UTF_8));

        assertThat(printed.toString(StandardCharsets.UTF_8))
                .contains("24 submissions over 4 connections", "floor again", "201 to task takeable", "disbursement")
                .doesNotContain("null", "NaN");
    }

    private static Machine machine() {
        return new Machine(
                2,
                "Linux",
                "25",
                Map.of("fsync", "on", "synchronous_commit", "on"),
                List.of(new Machine.RunningService("disbursement", 420L, 7.5)));
    }
}
