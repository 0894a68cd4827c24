package hk.itf.infra.benchmark.scenario;

import hk.itf.infra.benchmark.floor.GrantFloor;
import hk.itf.infra.benchmark.floor.KafkaFloor;
import hk.itf.infra.benchmark.lifecycle.Drafts;
import hk.itf.infra.benchmark.load.OpenLoop;
import hk.itf.infra.benchmark.load.Schedule;
import hk.itf.infra.benchmark.measure.EventBacklog;
import hk.itf.infra.benchmark.measure.Visibility;
import java.time.Duration;

/** The time from a submission until its task can be taken, at two steady rates and in a burst of ten times a rate. */
public record VisibilityScenario(ScenarioContext context, GrantFloor floor) {

    private static final double MILLIS = 1000;
    private static final Duration BURST = Duration.ofSeconds(5);

    public void run() {
        var plan = context.plan();
        var kafka = KafkaFloor.measure(context.platform(), plan.floorTime()).millis(50);
        var commits = MILLIS / floor.submissionRate(1, plan.floorTime()) + MILLIS / floor.caseRate(1, plan.floorTime());
        for (var rate : new int[] {50, 100}) {
            var count = (int) (rate * plan.pace().toMillis() / 1000);
            measure("visibility." + rate, Schedule.even(rate), count);
        }
        context.metrics().add("visibility.floor", commits + kafka, "ms");
        var base = plan.burstBase();
        var around = plan.pace().dividedBy(4);
        var steady = (int) (2L * base * around.toMillis() / 1000);
        var inBurst = (int) (10L * base * BURST.toSeconds());
        measure("visibility.burst", Schedule.withBurst(base, around, BURST), steady + inBurst);
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
