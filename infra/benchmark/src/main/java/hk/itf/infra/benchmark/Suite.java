package hk.itf.infra.benchmark;

import hk.itf.infra.benchmark.floor.GrantFloor;
import hk.itf.infra.benchmark.lifecycle.LifecycleResult;
import hk.itf.infra.benchmark.lifecycle.Lifecycles;
import hk.itf.infra.benchmark.measure.Environment;
import hk.itf.infra.benchmark.measure.ProcessCpu;
import hk.itf.infra.benchmark.report.BenchmarkReport;
import hk.itf.infra.benchmark.report.Metrics;
import hk.itf.infra.benchmark.scenario.FloorsScenario;
import hk.itf.infra.benchmark.scenario.GrowthScenario;
import hk.itf.infra.benchmark.scenario.IdleScenario;
import hk.itf.infra.benchmark.scenario.IntakeScenario;
import hk.itf.infra.benchmark.scenario.LifecycleScenario;
import hk.itf.infra.benchmark.scenario.PeerScenario;
import hk.itf.infra.benchmark.scenario.RecoveryScenario;
import hk.itf.infra.benchmark.scenario.Rounds;
import hk.itf.infra.benchmark.scenario.ScenarioContext;
import hk.itf.infra.benchmark.scenario.StagesScenario;
import hk.itf.infra.benchmark.scenario.StartScenario;
import hk.itf.infra.benchmark.scenario.VisibilityScenario;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Runs scenarios one after the other on one platform. A failed request ends the run. */
final class Suite implements AutoCloseable {

    private final LocalPlatform platform;
    private final Plan plan;
    private final Consumer<String> progress;
    private final Consumer<LifecycleResult> details;
    private final Metrics metrics = new Metrics();
    private @Nullable GrantFloor floor;
    private boolean isWarm;

    /** @param details receives what the report of the whole lives leaves out */
    Suite(LocalPlatform platform, Plan plan, Consumer<String> progress, Consumer<LifecycleResult> details) {
        this.platform = platform;
        this.plan = plan;
        this.progress = progress;
        this.details = details;
    }

    /** @param command the command line, for the report */
    BenchmarkReport run(Set<Scenario> scenarios, String command) {
        var cpu = ProcessCpu.read(platform);
        var start = System.nanoTime();
        for (var scenario : Scenario.values()) {
            if (scenarios.contains(scenario)) {
                run(scenario);
            }
        }
        var environment = Environment.read(platform);
        environment.put("command", command);
        environment.put(
                "foreign load, mean cores",
                String.format(
                        Locale.ROOT,
                        "%.2f",
                        ProcessCpu.read(platform).foreignSince(cpu) * 1e9 / (System.nanoTime() - start)));
        environment.put("disturbed round", "foreign load above " + Rounds.MOST_FOREIGN_CORES + " cores");
        return new BenchmarkReport(environment, metrics.all());
    }

    private void run(Scenario scenario) {
        if (scenario.isOfWarmServices()) {
            warmUp();
        }
        var context = new ScenarioContext(platform, plan, metrics, progress);
        switch (scenario) {
            case START -> new StartScenario(context).run();
            case IDLE -> new IdleScenario(context).run();
            case FLOORS -> new FloorsScenario(context).run();
            case LIFECYCLE -> details.accept(new LifecycleScenario(context, floor()).run());
            case PEERS -> new PeerScenario(context).run();
            case STAGES -> new StagesScenario(context).run();
            case VISIBILITY -> new VisibilityScenario(context, floor()).run();
            case INTAKE -> new IntakeScenario(context, floor()).run();
            case RECOVERY -> new RecoveryScenario(context).run();
            case MEMORY -> new IdleScenario(context).memoryAfterLoad();
            case GROWTH -> new GrowthScenario(context, floor()).run();
        }
    }

    /** Lives grants before the first scenario that needs warm services. */
    private void warmUp() {
        if (!isWarm && plan.warmUp().isPositive()) {
            progress.accept("Warming up with whole lives of grants for %d s ..."
                    .formatted(plan.warmUp().toSeconds()));
            try (var lifecycles = new Lifecycles(platform, plan.clients())) {
                lifecycles.warmUp(plan.warmUp());
            }
        }
        isWarm = true;
    }

    /** The floor of grants, captured at the first use. */
    private GrantFloor floor() {
        var captured = floor;
        if (captured == null) {
            progress.accept("Capturing the rows of one grant ...");
            try (var lifecycles = new Lifecycles(platform, 2)) {
                lifecycles.wave(2);
                captured = GrantFloor.capture(platform, () -> lifecycles.wave(1));
            }
            floor = captured;
        }
        return captured;
    }

    @Override
    public void close() {
        if (floor != null) {
            floor.close();
        }
    }
}
