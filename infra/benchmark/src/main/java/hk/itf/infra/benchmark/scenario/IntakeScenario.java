package hk.itf.infra.benchmark.scenario;

import hk.itf.infra.benchmark.floor.GrantFloor;
import hk.itf.infra.benchmark.lifecycle.Drafts;
import hk.itf.infra.benchmark.load.OpenLoop;
import hk.itf.infra.benchmark.load.Schedule;
import hk.itf.infra.benchmark.measure.EventBacklog;
import hk.itf.infra.benchmark.measure.Visibility;
import java.time.Duration;

/**
 * The highest rate of submissions that the platform sustains. A rate is sustained if the submissions are sent at that rate,
 * and if at the end no more of them wait for their review case than one second brings.
 */
public record IntakeScenario(ScenarioContext context, GrantFloor floor) {

    private static final double FACTOR = 1.5;
    private static final double STEP_BACK = 0.85;
    private static final double HELD = 0.95;
    private static final int TRIES = 4;

    public void run() {
        var plan = context.plan();
        double best = plan.intake().first();
        for (var rate = best; isSustained(rate, plan.intake().step()); rate *= FACTOR) {
            best = rate;
        }
        var before = floor.submissionRate(plan.clients(), plan.floorTime());
        var sustained = 0.0;
        for (var attempt = 0; attempt < TRIES && sustained == 0; attempt++) {
            if (isSustained(best, plan.intake().confirm())) {
                sustained = best;
            }
            best *= STEP_BACK;
        }
        var mean = (before + floor.submissionRate(plan.clients(), plan.floorTime())) / 2;
        context.metrics().add("intake.sustained", sustained, "1/s", mean);
        context.metrics().add("intake.seconds", (double) plan.intake().confirm().toSeconds(), "s");
    }

    private boolean isSustained(double rate, Duration duration) {
        var platform = context.platform();
        var count = Math.max(2, (int) (rate * duration.toMillis() / 1000));
        var drafts = Drafts.create(platform, context.plan().clients(), count);
        EventBacklog.awaitEmpty(platform);
        var load = OpenLoop.run(platform.ports(), Schedule.even(rate), count, drafts::submit);
        var lag = count - Visibility.cases(platform, drafts.grants());
        var held = load.perSecond() >= rate * HELD && lag <= rate;
        context.progress()
                .accept(
                        "Intake at %.0f a second for %d s: %.0f a second sent, %d without a case at the end, p99 %.0f ms: %s"
                                .formatted(
                                        rate,
                                        duration.toSeconds(),
                                        load.perSecond(),
                                        lag,
                                        load.latencies().millis(99),
                                        held ? "sustained" : "not sustained"));
        Visibility.awaitCases(platform, drafts.grants());
        context.leave(drafts);
        return held;
    }
}
