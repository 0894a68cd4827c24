package hk.itf.infra.benchmark.lifecycle;

import hk.itf.infra.benchmark.load.Latencies;
import hk.itf.infra.benchmark.measure.DatabaseCounters;
import java.io.PrintStream;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The measurement of whole lives. All counts and CPU times include the idle work of the services during the run.
 *
 * @param lives number of completed lives
 * @param p50Seconds time from the draft to the completed award
 * @param calls requests per life, repeated looks for events included
 * @param cpuMillis CPU time per life, by process
 * @param foreignCores mean number of cores that processes outside the platform kept busy
 * @param commits transactions per life, by database; those that only read count as well
 * @param writingCommits transactions per life that wrote something, of the whole server
 * @param statements SQL statements per life, by database; empty if the server does not count them
 * @param events events written per life, by database
 * @param timelineRows rows of the timeline per life
 * @param waitingRows events per life that waited for an earlier one
 * @param insertedRows inserted rows per life, by database and table
 * @param scannedRows rows per life that sequential scans read, by database and table
 */
public record LifecycleResult(
        int lives,
        double perSecond,
        double p50Seconds,
        double p99Seconds,
        double calls,
        Map<String, Double> cpuMillis,
        double foreignCores,
        Map<String, Double> commits,
        double writingCommits,
        Map<String, Double> statements,
        double walKilobytes,
        Map<String, Double> events,
        double timelineRows,
        double waitingRows,
        Map<String, Double> insertedRows,
        Map<String, Double> scannedRows) {

    private static final int SHOWN_TABLES = 12;

    static LifecycleResult of(
            Latencies latencies,
            long wallNanos,
            long calls,
            Map<String, Double> cpuSeconds,
            double foreignSeconds,
            DatabaseCounters database) {
        var lives = (int) latencies.count();
        return new LifecycleResult(
                lives,
                lives * 1e9 / wallNanos,
                latencies.millis(50) / 1e3,
                latencies.millis(99) / 1e3,
                (double) calls / lives,
                perLife(cpuSeconds, lives, seconds -> seconds * 1000),
                foreignSeconds * 1e9 / wallNanos,
                perLife(services(database.commits()), lives, Long::doubleValue),
                (double) database.writingCommits() / lives,
                perLife(services(database.statements()), lives, Long::doubleValue),
                database.walBytes() / 1024.0 / lives,
                perLife(ofTable(database.inserted(), "event_log"), lives, Long::doubleValue),
                (double) DatabaseCounters.ofTable(database.inserted(), "timeline") / lives,
                (double) DatabaseCounters.ofTable(database.inserted(), "waiting_event") / lives,
                perLife(database.inserted(), lives, Long::doubleValue),
                perLife(database.scanned(), lives, Long::doubleValue));
    }

    public void print(PrintStream out) {
        out.printf(Locale.ROOT, "%d whole lives, draft to completed award: %.2f a second%n", lives, perSecond);
        out.printf(Locale.ROOT, "  one life p50 %.2f s, p99 %.2f s; %.1f requests%n", p50Seconds, p99Seconds, calls);
        row(out, "CPU ms", cpuMillis);
        row(out, "commits", commits);
        out.printf(Locale.ROOT, "  writing commits %.1f%n", writingCommits);
        row(out, "statements", statements);
        row(out, "events", events);
        out.printf(
                Locale.ROOT,
                "  WAL %.0f kB, timeline rows %.1f, waiting events %.1f%n",
                walKilobytes,
                timelineRows,
                waitingRows);
        largest(out, "rows inserted", insertedRows);
        largest(out, "rows read by sequential scans", scannedRows);
        out.printf(Locale.ROOT, "  foreign load %.2f cores%n", foreignCores);
    }

    private static void row(PrintStream out, String label, Map<String, Double> values) {
        out.printf(
                Locale.ROOT,
                "  %s %.1f (%s)%n",
                label,
                values.values().stream().mapToDouble(Double::doubleValue).sum(),
                listed(values));
    }

    private static void largest(PrintStream out, String label, Map<String, Double> values) {
        var most = values.entrySet().stream()
                .filter(entry -> entry.getValue() >= 0.5)
                .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder()))
                .limit(SHOWN_TABLES)
                .map(LifecycleResult::text)
                .collect(Collectors.joining(", "));
        out.printf("  %s: %s%n", label, most);
    }

    private static String listed(Map<String, Double> values) {
        return values.entrySet().stream().map(LifecycleResult::text).collect(Collectors.joining(", "));
    }

    private static String text(Map.Entry<String, Double> entry) {
        return String.format(Locale.ROOT, "%s %.1f", entry.getKey(), entry.getValue());
    }

    private static <T> Map<String, Double> perLife(Map<String, T> totals, int lives, Function<T, Double> number) {
        var each = new TreeMap<String, Double>();
        totals.forEach((name, total) -> each.put(name, number.apply(total) / lives));
        return each;
    }

    private static Map<String, Long> services(Map<String, Long> byDatabase) {
        var kept = new TreeMap<>(byDatabase);
        kept.keySet().retainAll(List.of("applications", "assessment", "disbursement"));
        return kept;
    }

    private static Map<String, Long> ofTable(Map<String, Long> byTable, String table) {
        var kept = new TreeMap<String, Long>();
        byTable.forEach((name, count) -> {
            if (name.endsWith("." + table)) {
                kept.put(name.substring(0, name.indexOf('.')), count);
            }
        });
        return kept;
    }
}
