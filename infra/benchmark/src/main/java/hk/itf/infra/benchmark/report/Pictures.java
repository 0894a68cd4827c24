package hk.itf.infra.benchmark.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The pictures of a report, as SVG by file name. A picture without measurements is left out. */
final class Pictures {

    private static final List<String> PERCENTS = List.of("p50", "p75", "p90", "p95", "p99", "p99.9");
    private static final List<String> SIZES = List.of("10k", "100k", "1m");
    private static final List<String> OPERATIONS = List.of("take", "queue-page", "list-page", "submission");

    private Pictures() {}

    static Map<String, String> of(List<Metric> metrics) {
        var pictures = new LinkedHashMap<String, String>();
        var withFloor = metrics.stream()
                .filter(metric -> metric.floor() != null && metric.unit().equals("1/s"))
                .toList();
        if (!withFloor.isEmpty()) {
            pictures.put("throughput.svg", BarChart.of("Throughput against floor (logarithmic)", withFloor));
        }
        var latencies = metrics.stream()
                .filter(metric ->
                        metric.name().endsWith(".p50") && metric.unit().equals("ms"))
                .map(metric -> metric.name().substring(0, metric.name().length() - ".p50".length()))
                .map(name -> line(metrics, name, PERCENTS))
                .flatMap(Optional::stream)
                .toList();
        if (!latencies.isEmpty()) {
            pictures.put("latency.svg", LineChart.of("Latency distribution", PERCENTS, latencies));
        }
        var growth = OPERATIONS.stream()
                .map(operation -> line(metrics, "growth." + operation, SIZES))
                .flatMap(Optional::stream)
                .toList();
        if (!growth.isEmpty()) {
            pictures.put("growth.svg", LineChart.of("Median time against number of applications", SIZES, growth));
        }
        return pictures;
    }

    /** The metrics {@code name.position}, in the order of the positions; empty unless the first is there. */
    private static Optional<LineChart.Line> line(List<Metric> metrics, String name, List<String> positions) {
        var values = positions.stream()
                .map(position -> metrics.stream()
                        .filter(metric -> metric.name().equals(name + "." + position))
                        .findFirst())
                .takeWhile(Optional::isPresent)
                .map(metric -> metric.orElseThrow().value())
                .toList();
        return values.isEmpty() ? Optional.empty() : Optional.of(new LineChart.Line(name, values));
    }
}
