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
 * The benchmark as {@code ./itf bench} runs it, with a few grants over the packaged services. The test proves that the
 * benchmark works, not that the services are fast. Scenarios that stop servers or insert rows by SQL are left out.
 */
class BenchmarkTest {

    private static final LocalStack stack = PackagedServices.running();
    private static Path results;
    private static JsonNode report;

    /** A failed request ends the benchmark with exit status 1, so that a report proves that every request succeeded. */
    @BeforeAll
    static void runBenchmark() throws IOException, InterruptedException {
        for (var service : Service.values()) { // as ./itf up does
            new PidFile(service.word(), stack.state())
                    .write(stack.service(service).pid());
        }
        results = stack.state().root().resolve("bench-results");
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
                "--running",
                "--smoke",
                "--only=floors,lifecycle,stages,visibility,intake,memory",
                "--clients=2",
                "--results=" + results,
                "--json");
    }

    @Test
    void measuresEveryScenarioBesideItsFloor() {
        for (var name : List.of("lifecycle.rate", "release.rate", "payment-run.tranches")) {
            var metric = metric(name);
            assertThat(metric.path("value").asDouble()).as(name).isPositive();
            assertThat(metric.path("floor").asDouble()).as(name).isPositive();
            assertThat(metric.path("ratio").asDouble()).as(name).isPositive();
        }
        for (var name : List.of(
                "floor.tpcb", "floor.kafka.p50", "floor.http", "vetting.cases", "claims.vetted", "visibility.50.p99")) {
            assertThat(metric(name).path("value").asDouble()).as(name).isPositive();
        }
    }

    @Test
    void countsTransactionsAndEventsOfWholeLives() {
        assertThat(metric("lifecycle.commits").path("value").asDouble()).isGreaterThan(20);
        assertThat(metric("lifecycle.events").path("value").asDouble()).isGreaterThan(5);
        assertThat(metric("lifecycle.requests").path("value").asDouble()).isGreaterThan(20);
    }

    @Test
    void describesMachineAndServers() {
        var environment = report.path("environment");

        assertThat(environment.path("cpus").asInt()).isPositive();
        assertThat(environment.path("postgres.fsync").asText()).isEqualTo("on");
        assertThat(environment.path("postgres.synchronous_commit").asText()).isEqualTo("on");
        assertThat(metric("memory.after-load").path("value").asInt()).isPositive();
    }

    @Test
    void writesResultAndPictures() throws IOException {
        assertThat(new ObjectMapper().readTree(results.resolve("result.json").toFile()))
                .isEqualTo(report);
        assertThat(Files.readString(results.resolve("throughput.svg"))).contains("lifecycle.rate");
        assertThat(Files.readString(results.resolve("latency.svg"))).contains("visibility.50");
    }

    @Test
    void deletesDatabasesAndTriggersOfFloors() throws Exception {
        for (var name : List.of("bench_applications", "bench_assessment", "bench_disbursement", "bench_tpcb")) {
            assertThatThrownBy(() -> LocalPostgres.connect(stack.ports().postgres(), name))
                    .hasMessageContaining("database \"%s\" does not exist".formatted(name));
        }
        for (var service : Service.values()) {
            try (var connection = LocalPostgres.connect(stack.ports().postgres(), service.database());
                    var rows = connection
                            .createStatement()
                            .executeQuery("select 1 from pg_namespace where nspname = 'bench_capture'")) {
                assertThat(rows.next()).as(service.word()).isFalse();
            }
        }
    }

    private static JsonNode metric(String name) {
        return report.path("metrics")
                .valueStream()
                .filter(metric -> metric.path("name").asText().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("The report lacks " + name));
    }
}
