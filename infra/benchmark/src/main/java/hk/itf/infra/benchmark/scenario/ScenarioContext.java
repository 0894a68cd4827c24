package hk.itf.infra.benchmark.scenario;

import hk.itf.infra.benchmark.LocalPlatform;
import hk.itf.infra.benchmark.Plan;
import hk.itf.infra.benchmark.lifecycle.Drafts;
import hk.itf.infra.benchmark.load.Latencies;
import hk.itf.infra.benchmark.report.Metrics;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * What every scenario works with.
 *
 * @param metrics receives the measured values
 * @param progress receives one line before each phase
 */
public record ScenarioContext(LocalPlatform platform, Plan plan, Metrics metrics, Consumer<String> progress) {

    Rounds rounds() {
        return new Rounds(platform, plan.rounds(), progress);
    }

    /** Withdraws applications that nobody will vet, if somebody uses the stack afterwards. */
    void leave(Drafts submitted) {
        if (plan.cleansUp()) {
            submitted.withdraw(platform, plan.clients());
        }
    }

    /** Adds the usual percentiles of a distribution, such as {@code name.p99}. */
    void addLatencies(String name, Latencies latencies) {
        for (var point : latencies.points()) {
            var percent = String.format(Locale.ROOT, "%s", point.percent()).replaceAll("\\.0$", "");
            metrics.add(name + ".p" + percent, point.millis(), "ms");
        }
    }
}
