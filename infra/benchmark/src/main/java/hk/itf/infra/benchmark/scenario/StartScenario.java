package hk.itf.infra.benchmark.scenario;

import hk.itf.infra.benchmark.BenchmarkException;
import hk.itf.infra.benchmark.measure.ProcessCpu;
import hk.itf.infra.local.PidFile;
import hk.itf.infra.local.Service;
import hk.itf.infra.local.ServiceProcess;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Starts each service alone while the others run, and measures until it is ready. The largest service counts. */
public record StartScenario(ScenarioContext context) {

    private static final Duration AT_MOST = Duration.ofMinutes(2);

    public void run() {
        var cpu = new ArrayList<Double>();
        var seconds = new ArrayList<Double>();
        for (var service : Service.values()) {
            context.progress().accept("Starting the %s service alone ...".formatted(service.word()));
            stop(service);
            var start = System.nanoTime();
            var platform = context.platform();
            var process =
                    new ServiceProcess(service, platform.project(), platform.state(), platform.ports()).startDetached();
            new PidFile(service.word(), platform.state()).write(process.pid());
            process.awaitReady(AT_MOST);
            seconds.add((System.nanoTime() - start) / 1e9);
            cpu.add(Objects.requireNonNullElse(
                    ProcessCpu.read(platform).seconds().get(service.word()), 0.0));
        }
        context.metrics().add("start.cpu", cpu.stream().max(Double::compare).orElseThrow(), "s");
        context.metrics()
                .add("start.ready", seconds.stream().max(Double::compare).orElseThrow(), "s");
    }

    private void stop(Service service) {
        var running = new PidFile(service.word(), context.platform().state())
                .running()
                .orElseThrow(() -> new BenchmarkException("The %s service does not run.".formatted(service.word())));
        running.destroy();
        try {
            running.onExit().get(AT_MOST.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchmarkException("The measurement was interrupted.", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new BenchmarkException("The %s service did not stop.".formatted(service.word()), e);
        }
    }
}
