package hk.itf.infra.benchmark.scenario;

import hk.itf.infra.benchmark.peer.Flowable;
import hk.itf.infra.benchmark.report.Metric;
import java.util.ArrayList;

/**
 * The whole life of a grant as a process of Flowable's engine, through its REST API, with the same client, PostgreSQL and
 * settings. Flowable checks no token, no rule and no money, keeps no books and publishes no event; its client looks a task up
 * by its process and not in a queue. The idle services of the platform run beside it.
 */
public record PeerScenario(ScenarioContext context) {

    public void run() {
        var plan = context.plan();
        var metrics = context.metrics();
        context.progress()
                .accept("Starting Flowable, and warming it up for %d s ..."
                        .formatted(plan.warmUp().toSeconds()));
        try (var flowable = Flowable.start(context.platform())) {
            var perSecond = flowable.live(plan.clients(), plan.warmUp()).perSecond();
            var count = Math.max(2 * plan.clients(), (int) (perSecond * plan.lifecycleSeconds()));
            var rates = new ArrayList<Double>();
            var requests = 0.0;
            for (var round = 1; round <= plan.rounds(); round++) {
                var result = flowable.live(plan.clients(), count);
                rates.add(result.perSecond());
                requests = (double) result.calls() / result.count();
            }
            metrics.add("flowable.requests", requests, "");
            var rate = Rounds.median(rates);
            metrics.add("flowable.lifecycle.rate", rate, "1/s");
            metrics.find("lifecycle.rate")
                    .map(Metric::value)
                    .ifPresent(ours -> metrics.add("lifecycle.against-flowable", ours / rate, ""));
        }
    }
}
