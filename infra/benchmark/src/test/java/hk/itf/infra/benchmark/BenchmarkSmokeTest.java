package hk.itf.infra.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hk.itf.infra.local.LocalStack;
import hk.itf.infra.local.PidFile;
import hk.itf.infra.local.Ports;
import hk.itf.infra.local.Service;
import hk.itf.infra.local.StateFolder;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A benchmark of about ten seconds over the packaged services. It proves that the benchmark works, not that they are fast. */
class BenchmarkSmokeTest {

    private static final BenchmarkOptions SMALL = new BenchmarkOptions(24, 4, 3, true);

    @TempDir
    private static Path state;

    private static LocalStack stack;
    private static LocalPlatform platform;
    private static BenchmarkReport report;

    /** A failed request makes {@link Benchmark#run()} throw, so that a report proves that every request succeeded. */
    @BeforeAll
    static void runBenchmark() {
        var project = Path.of("../..").toAbsolutePath().normalize();
        stack = LocalStack.start(project, new StateFolder(state), Ports.free());
        stack.startServices();
        for (var service : Service.values()) { // as ./itf up does
            new PidFile(service.word(), stack.state())
                    .write(stack.service(service).pid());
        }
        platform = LocalPlatform.of(project, stack);
        report = new Benchmark(platform, SMALL, System.out::println).run();
    }

    @AfterAll
    static void stopStack() {
        stack.close();
    }

    @Test
    void measuresEverySubmission() {
        assertMeasured(report.system(), SMALL.submissions());
        assertMeasured(report.takeable(), SMALL.paced());
    }

    @Test
    void measuresFloorTwice() {
        assertMeasured(report.floorBefore(), SMALL.submissions());
        assertMeasured(report.floorAfter(), SMALL.submissions());
        assertThat(report.systemToFloor()).isPositive().isFinite();
    }

    @Test
    void describesMachineAndServers() {
        var machine = report.machine();

        assertThat(machine.cpus()).isPositive();
        assertThat(machine.postgres()).containsEntry("fsync", "on").containsEntry("synchronous_commit", "on");
        assertThat(machine.services()).hasSize(3).allSatisfy(service -> {
            assertThat(service.residentMegabytes()).isPositive();
            assertThat(service.secondsToReady()).isPositive();
        });
    }

    @Test
    void printsAllMeasurements() {
        var printed = new ByteArrayOutputStream();

        report.print(new PrintStream(printed, true, StandardCharsets.UTF_8));

        assertThat(printed.toString(StandardCharsets.UTF_8))
                .contains("24 submissions over 4 connections", "floor again", "201 to task takeable", "disbursement")
                .doesNotContain("null", "NaN");
    }

    @Test
    void deletesFloorDatabase() {
        assertThatThrownBy(() -> platform.database("bench")).hasMessageContaining("database \"bench\" does not exist");
    }

    private static void assertMeasured(Timing timing, int count) {
        assertThat(timing.count()).isEqualTo(count);
        assertThat(timing.perSecond()).isPositive().isFinite();
        assertThat(timing.p99Millis()).isPositive();
        assertThat(timing.p50Millis()).isBetween(0.0, timing.p99Millis());
    }
}
