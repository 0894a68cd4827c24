package hk.itf.infra.benchmark.report;

import java.util.Map;
import java.util.Optional;

/**
 * The value that a metric must reach.
 *
 * @param atLeast whether a higher value is better
 */
record Target(double value, boolean atLeast) {

    private static final Map<String, Target> TARGETS = Map.ofEntries(
            atLeast("lifecycle.rate", 20),
            atLeast("lifecycle.of-floor", 6),
            atMost("lifecycle.commits", 60),
            atMost("lifecycle.events", 18),
            atLeast("lifecycle.against-flowable", 2),
            atLeast("intake.sustained", 300),
            atMost("visibility.50.p50", 15),
            atMost("visibility.50.p99", 60),
            atLeast("release.of-tpcb", 6),
            atLeast("payment-run.of-tpcb", 20),
            atMost("growth.take.ratio", 1.3),
            atMost("growth.queue-page.ratio", 1.3),
            atMost("growth.list-page.ratio", 1.3),
            atMost("growth.submission.ratio", 1.3),
            atMost("start.cpu", 4),
            atMost("memory.idle", 260),
            atMost("memory.after-load", 380),
            atMost("idle.cpu", 2));

    static Optional<Target> of(String metric) {
        return Optional.ofNullable(TARGETS.get(metric));
    }

    boolean isMetBy(double measured) {
        return atLeast ? measured >= value : measured <= value;
    }

    private static Map.Entry<String, Target> atLeast(String metric, double value) {
        return Map.entry(metric, new Target(value, true));
    }

    private static Map.Entry<String, Target> atMost(String metric, double value) {
        return Map.entry(metric, new Target(value, false));
    }
}
