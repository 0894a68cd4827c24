package hk.itf.infra.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import hk.itf.infra.local.LocalPostgres;
import hk.itf.infra.local.LocalStack;
import hk.itf.infra.local.PidFile;
import hk.itf.infra.local.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The benchmark as {@code ./itf bench} runs it, with a few submissions over the packaged services. The test proves that the
 * benchmark works, not that the services are fast.
 */
class BenchmarkTest {

    private static final int SUBMISSIONS = 24;
    private static final int PACED = 3;

    private static final LocalStack stack = PackagedServices.running();
    private static JsonNode report;

    /** A failed request ends the benchmark with exit status 1, so that a report proves that every request succeeded. */
    @BeforeAll
    static void runBenchmark() throws IOException, InterruptedException {
        for (var service : Service.values()) { // as ./itf up does
            new PidFile(service.word(), stack.state())
                    .write(stack.service(service).pid());
        }
        var printed = stack.state().root().resolve("bench.json");
        var complaints = stack.state().root().resolve("bench.log");
        var benchmark =
                new ProcessBuilder(command()).redirectOutput(printed.toFile()).redirectError(complaints.toFile());
        benchmark.environment().putAll(PackagedServices.environment());
        var status = benchmark.start().waitFor();
        assertThat(status).as(Files.readString(complaints)).isZero();
        report = new ObjectMapper().readTree(printed.toFile());
    }

    private static List<String> command() {
        var module = PackagedServices.PROJECT.resolve("infra/benchmark/target");
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Ditf.project=" + PackagedServices.PROJECT,
                "-cp",
                module.resolve("classes") + ":" + module.resolve("lib") + "/*",
                "hk.itf.infra.benchmark.Bench",
                "--submissions=" + SUBMISSIONS,
                "--connections=4",
                "--paced=" + PACED,
                "--json");
    }

    @Test
    void measuresEverySubmission() {
        assertMeasured("system", SUBMISSIONS);
        assertMeasured("takeable", PACED);
    }

    @Test
    void measuresFloorTwice() {
        assertMeasured("floorBefore", SUBMISSIONS);
        assertMeasured("floorAfter", SUBMISSIONS);
        assertThat(report.path("systemToFloor").asDouble()).isPositive().isFinite();
    }

    @Test
    void describesMachineAndServers() {
        var machine = report.path("machine");

        assertThat(machine.path("cpus").asInt()).isPositive();
        assertThat(machine.at("/postgres/fsync").asText()).isEqualTo("on");
        assertThat(machine.at("/postgres/synchronous_commit").asText()).isEqualTo("on");
        assertThat(machine.path("services").valueStream()).hasSize(3).allSatisfy(service -> {
            assertThat(service.path("residentMegabytes").asInt()).isPositive();
            assertThat(service.path("secondsToReady").asDouble()).isPositive();
        });
    }

    @Test
    void deletesFloorDatabase() {
        assertThatThrownBy(() -> LocalPostgres.connect(stack.ports().postgres(), "bench"))
                .hasMessageContaining("database \"bench\" does not exist");
    }

    private static void assertMeasured(String name, int count) {
        var timing = report.path(name);
        assertThat(timing.path("count").asInt()).isEqualTo(count);
        assertThat(timing.path("perSecond").asDouble()).isPositive().isFinite();
        assertThat(timing.path("p99Millis").asDouble()).isPositive();
        assertThat(timing.path("p50Millis").asDouble())
                .isBetween(0.0, timing.path("p99Millis").asDouble());
    }
}
