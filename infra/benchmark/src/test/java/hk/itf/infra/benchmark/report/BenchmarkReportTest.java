package hk.itf.infra.benchmark.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchmarkReportTest {

    @TempDir
    private Path folder;

    @Test
    void writesEnvironmentAndMetricsAsJson() throws IOException {
        report().writeTo(folder);

        var json = new ObjectMapper().readTree(folder.resolve("result.json").toFile());
        assertThat(json.at("/environment/postgres.fsync").asText()).isEqualTo("on");
        var rate = json.path("metrics").get(0);
        assertThat(rate.toString())
                .isEqualTo(
                        "{\"name\":\"lifecycle.rate\",\"value\":10.0,\"unit\":\"1/s\",\"floor\":40.0,\"ratio\":0.25,\"target\":20.0,\"met\":false}");
        assertThat(json.path("metrics").get(1).path("met").asBoolean()).isTrue();
        assertThat(json.path("metrics").get(2).path("target").isNull()).isTrue();
    }

    @Test
    void drawsThroughputLatencyAndGrowth() throws IOException {
        report().writeTo(folder);

        assertThat(Files.readString(folder.resolve("throughput.svg")))
                .startsWith("<svg")
                .contains("lifecycle.rate");
        assertThat(Files.readString(folder.resolve("latency.svg"))).contains("visibility.50", "p99");
        assertThat(Files.readString(folder.resolve("growth.svg"))).contains("growth.take", "100k");
    }

    @Test
    void leavesOutPicturesWithoutMeasurements() throws IOException {
        var metrics = new Metrics();
        metrics.add("idle.cpu", 1, "%");

        new BenchmarkReport(Map.of(), metrics.all()).writeTo(folder);

        assertThat(folder).isDirectoryContaining("glob:**/result.json").isDirectoryNotContaining("glob:**.svg");
    }

    @Test
    void printsEveryMetricWithItsTarget() {
        var printed = new ByteArrayOutputStream();

        report().print(new PrintStream(printed, true, StandardCharsets.UTF_8));

        assertThat(printed.toString(StandardCharsets.UTF_8))
                .containsPattern("lifecycle.rate +10.00 1/s +40.00 +0.2500 +20.00 +no")
                .contains("postgres.fsync: on")
                .doesNotContain("null", "NaN");
    }

    private static BenchmarkReport report() {
        var metrics = new Metrics();
        metrics.add("lifecycle.rate", 10, "1/s", 40);
        metrics.add("visibility.50.p50", 12.3456, "ms");
        metrics.add("visibility.50.p75", 20, "ms");
        metrics.add("growth.take.10k", 3, "ms");
        metrics.add("growth.take.100k", 4, "ms");
        return new BenchmarkReport(Map.of("postgres.fsync", "on"), metrics.all());
    }
}
