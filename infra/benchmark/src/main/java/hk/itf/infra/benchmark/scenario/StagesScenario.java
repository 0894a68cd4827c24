package hk.itf.infra.benchmark.scenario;

import hk.itf.infra.benchmark.floor.TpcB;
import hk.itf.infra.benchmark.lifecycle.Cohort;
import hk.itf.infra.benchmark.lifecycle.Lifecycles;
import java.util.ArrayList;
import java.util.List;

/** Vetting, claims, claim vetting, single releases and payment runs, between TPC-B-like transactions. */
public record StagesScenario(ScenarioContext context) {

    public void run() {
        var plan = context.plan();
        List<Double> vetted = new ArrayList<>();
        List<Double> claimed = new ArrayList<>();
        List<Double> claimsVetted = new ArrayList<>();
        List<Double> inRuns = new ArrayList<>();
        try (var tpcB = TpcB.create(context.platform());
                var lifecycles = new Lifecycles(context.platform(), plan.clients())) {
            var releases = context.rounds()
                    .run("Single releases a second", () -> tpcB.rate(plan.clients(), plan.floorTime()), () -> {
                        var cohort = Cohort.submit(lifecycles, plan.cohort());
                        vetted.add(cohort.vet());
                        claimed.add(cohort.claim());
                        claimsVetted.add(cohort.vetClaims());
                        var single = cohort.releaseSingly();
                        inRuns.add(cohort.payInRuns());
                        cohort.awaitCompleted();
                        return single;
                    });
            var metrics = context.metrics();
            metrics.add("vetting.cases", Rounds.median(vetted), "1/s");
            metrics.add("claims.submitted", Rounds.median(claimed), "1/s");
            metrics.add("claims.vetted", Rounds.median(claimsVetted), "1/s");
            metrics.add("release.rate", releases.system(), "1/s", releases.floor());
            metrics.add("release.of-tpcb", releases.ratio() * 100, "%");
            var runs = Rounds.median(inRuns);
            metrics.add("payment-run.tranches", runs, "1/s", releases.floor());
            metrics.add("payment-run.of-tpcb", runs / releases.floor() * 100, "%");
        }
    }
}
