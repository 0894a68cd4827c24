package hk.itf.infra.benchmark.scenario;

import hk.itf.infra.benchmark.measure.DatabaseCounters;
import hk.itf.infra.benchmark.measure.Memory;
import hk.itf.infra.benchmark.measure.ProcessCpu;
import hk.itf.infra.local.Service;
import java.util.concurrent.locks.LockSupport;

/** CPU time, transactions and memory of services that receive no request. */
public record IdleScenario(ScenarioContext context) {

    public void run() {
        var platform = context.platform();
        var metrics = context.metrics();
        context.progress().accept("Watching the idle services ...");
        var databases = DatabaseCounters.readSettled(platform, context.plan().settle());
        var cpu = ProcessCpu.read(platform);
        var start = System.nanoTime();
        LockSupport.parkNanos(context.plan().idle().toNanos());
        var seconds = (System.nanoTime() - start) / 1e9;
        var used = ProcessCpu.read(platform).since(cpu);
        var busiest = 0.0;
        for (var service : Service.values()) {
            busiest = Math.max(busiest, used.getOrDefault(service.word(), 0.0) / seconds * 100);
        }
        metrics.add("idle.cpu", busiest, "%");
        metrics.add("idle.cpu.postgres", used.getOrDefault("postgres", 0.0) / seconds * 100, "%");
        var commits = DatabaseCounters.readSettled(platform, context.plan().settle())
                .since(databases)
                .commits();
        metrics.add("idle.commits", DatabaseCounters.overServices(commits) * 1e9 / (System.nanoTime() - start), "1/s");
        Memory.megabytes(platform).values().stream()
                .mapToLong(Long::longValue)
                .max()
                .ifPresent(most -> metrics.add("memory.idle", (double) most, "MB"));
    }

    /** The memory of the largest service at the end of the run. */
    public void memoryAfterLoad() {
        Memory.megabytes(context.platform()).values().stream()
                .mapToLong(Long::longValue)
                .max()
                .ifPresent(most -> context.metrics().add("memory.after-load", (double) most, "MB"));
    }
}
