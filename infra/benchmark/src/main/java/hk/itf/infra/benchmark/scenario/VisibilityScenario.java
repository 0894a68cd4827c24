package hk.itf.infra.benchmark.scenario;

import hk.itf.infra.benchmark.floor.GrantFloor;
import hk.itf.infra.benchmark.floor.KafkaFloor;
import hk.itf.infra.benchmark.lifecycle.Drafts;
import hk.itf.infra.benchmark.load.OpenLoop;
import hk.itf.infra.benchmark.load.Schedule;
import hk.itf.infra.benchmark.measure.EventBacklog;
import hk.itf.infra.benchmark.measure.Visibility;

/** The time from a submission until its task can be taken, at steady rates and in a burst of ten times a rate. */
public record VisibilityScenario(ScenarioContext context, GrantFloor floor) {

    private static final double MILLIS = 1000;

    public void run() {
        var plan = context.plan();
        var kafka = KafkaFloor.measure(context.platform(), plan.floorTime()).millis(50);
        var commits = MILLIS / floor.submissionRate(1, plan.floorTime()) + MILLIS / floor.caseRate(1, plan.floorTime());
        var visibility = plan.visibility();
        for (var rate : visibility.rates()) {
            var count = (int) (rate * visibility.pace().toMillis() / 1000);
            measure("visibility." + rate, Schedule.even(rate), count);
        }
        context.metrics().add("visibility.floor", commits + kafka, "ms");
        var base = visibility.burstBase();
        var around = visibility.pace().dividedBy(4);
        var steady = (int) (2L * base * around.toMillis() / 1000);
        var inBurst = (int) (10L * base * visibility.burst().toSeconds());
        measure("visibility.burst", Schedule.withBurst(base, around, visibility.burst()), steady + inBurst);
        context.metrics().add("visibility.burst.rate", 10 * base, "1/s");
    }

    private void measure(String name, Schedule schedule, int count) {
        var platform = context.platform();
        context.progress().accept("%s: %d submissions ...".formatted(name, count));
        var drafts = Drafts.create(platform, context.plan().clients(), count);
        EventBacklog.awaitEmpty(platform);
        var load = OpenLoop.run(platform.ports(), schedule, count, drafts::submit);
        context.addLatencies(name, Visibility.await(platform, drafts.grants()));
        context.addLatencies(name + ".answer", load.latencies());
        context.leave(drafts);
    }
}
