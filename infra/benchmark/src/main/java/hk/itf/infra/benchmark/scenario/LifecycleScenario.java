package hk.itf.infra.benchmark.scenario;

import hk.itf.infra.benchmark.floor.GrantFloor;
import hk.itf.infra.benchmark.lifecycle.LifecycleResult;
import hk.itf.infra.benchmark.lifecycle.Lifecycles;
import hk.itf.infra.benchmark.report.Metrics;
import java.util.Map;

/** Whole lives of grants, between repetitions of their transactions straight on the database. */
public record LifecycleScenario(ScenarioContext context, GrantFloor floor) {

    /** Measures all rounds, then prints the details of one more. */
    public LifecycleResult run() {
        var plan = context.plan();
        try (var lifecycles = new Lifecycles(context.platform(), plan.clients())) {
            var expected = lifecycles.wave(lifecycles.inFlight()).perSecond() * plan.lifecycleSeconds();
            var count = Math.max(lifecycles.inFlight(), (int) expected);
            context.progress().accept("Living %d whole lives of grants a round ...".formatted(count));
            var result = lifecycles.measure(count, plan.settle());
            var commits = (int) Math.round(result.writingCommits());
            context.progress()
                    .accept("The captured grant wrote %d rows in %d transactions; the load %d transactions a grant"
                            .formatted(floor.rows(), floor.commits(), commits));
            var same = floor.withCommits(commits);
            same.lifeRate(plan.clients(), plan.floorTime()); // warms it up
            var medians = context.rounds()
                    .run(
                            "Whole lives a second",
                            () -> same.lifeRate(plan.clients(), plan.floorTime()),
                            () -> lifecycles.wave(count).perSecond());
            report(context.metrics(), result, medians, same.commits());
            return result;
        }
    }

    private static void report(Metrics metrics, LifecycleResult result, Rounds.Medians medians, int commits) {
        metrics.add("lifecycle.rate", medians.system(), "1/s", medians.floor());
        metrics.add("lifecycle.of-floor", medians.ratio() * 100, "%");
        metrics.add("lifecycle.floor-commits", commits, "");
        metrics.add("lifecycle.requests", result.calls(), "");
        metrics.add("lifecycle.seconds.p50", result.p50Seconds(), "s");
        metrics.add("lifecycle.seconds.p99", result.p99Seconds(), "s");
        metrics.add("lifecycle.commits", sum(result.commits()), "");
        metrics.add("lifecycle.writing-commits", result.writingCommits(), "");
        metrics.add("lifecycle.statements", sum(result.statements()), "");
        metrics.add("lifecycle.events", sum(result.events()), "");
        metrics.add("lifecycle.timeline-rows", result.timelineRows(), "");
        metrics.add("lifecycle.waiting-events", result.waitingRows(), "");
        metrics.add("lifecycle.wal", result.walKilobytes(), "kB");
        metrics.add("lifecycle.cpu", sum(result.cpuMillis()), "ms");
        result.cpuMillis().forEach((process, millis) -> metrics.add("lifecycle.cpu." + process, millis, "ms"));
    }

    private static double sum(Map<String, Double> parts) {
        return parts.values().stream().mapToDouble(Double::doubleValue).sum();
    }
}
