package hk.itf.infra.benchmark.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The result of a run. {@code --json} prints this record.
 *
 * @param environment machine, servers and durability settings, by name. Rates of different machines cannot be compared.
 */
public record BenchmarkReport(Map<String, Object> environment, List<Metric> metrics) {

    private static final ObjectMapper JSON = new ObjectMapper();

    public String json() {
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Writes {@code result.json} and the pictures into the folder. */
    public void writeTo(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("result.json"), json() + "\n");
        for (var picture : Pictures.of(metrics).entrySet()) {
            Files.writeString(folder.resolve(picture.getKey()), picture.getValue());
        }
    }

    public void print(PrintStream out) {
        out.printf("%-34s %10s %-8s %10s %8s %8s %4s%n", "metric", "value", "unit", "floor", "ratio", "target", "met");
        for (var metric : metrics) {
            out.printf(
                    "%-34s %10s %-8s %10s %8s %8s %4s%n",
                    metric.name(),
                    text(metric.value()),
                    metric.unit(),
                    text(metric.floor()),
                    text(metric.ratio()),
                    text(metric.target()),
                    metric.met() == null ? "" : metric.met() ? "yes" : "no");
        }
        out.println();
        environment.forEach((name, value) -> out.printf("%s: %s%n", name, value));
    }

    private static String text(@Nullable Double value) {
        if (value == null) {
            return "";
        }
        var digits = Math.abs(value) >= 1000 ? 0 : Math.abs(value) >= 100 ? 1 : Math.abs(value) >= 1 ? 2 : 4;
        return String.format(Locale.ROOT, "%." + digits + "f", value);
    }
}
