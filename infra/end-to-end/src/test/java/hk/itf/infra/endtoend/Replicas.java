package hk.itf.infra.endtoend;

import hk.itf.infra.local.LocalStack;
import hk.itf.infra.local.Service;
import hk.itf.infra.local.ServiceProcess;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Two replicas of each service over the same database and broker. Requests go to the first. */
final class Replicas implements AutoCloseable {

    private static final Duration START_UP = Duration.ofMinutes(2);

    private final LocalStack stack;
    private final Map<Service, ServiceProcess> second = new EnumMap<>(Service.class);

    Replicas(LocalStack stack) {
        this.stack = stack;
        for (var service : Service.values()) {
            var ports = stack.ports().withFreePortsOf(service);
            second.put(service, new ServiceProcess(service, PackagedServices.PROJECT, stack.state(), ports));
        }
    }

    ServiceProcess second(Service service) {
        return Objects.requireNonNull(second.get(service));
    }

    List<ServiceProcess> of(Service service) {
        return List.of(stack.service(service), second(service));
    }

    /** Restarts the first replicas of these services as this build, all at once, and waits until they are ready. */
    void restartFirst(Build build, Service... services) {
        restart(build, List.of(services).stream().map(stack::service).toList());
    }

    /** Starts or restarts the second replica of each service as this build. */
    void restartSecond(Build build) {
        restart(build, List.copyOf(second.values()));
    }

    /** Starts or restarts the processes as this build, all at once, and waits until they are ready. */
    void restart(Build build, List<ServiceProcess> processes) {
        for (var each : processes) {
            var jvmArgs = new ArrayList<>(List.of(build.jvmArgs(stack.state().root())));
            if (each == second.get(Service.DISBURSEMENT)) {
                // The file of the simulated bank serves one process, so the second replica instructs no payments.
                jvmArgs.add("-Dquarkus.scheduler.enabled=false");
            }
            each.restart(jvmArgs.toArray(String[]::new));
        }
        processes.forEach(each -> each.awaitReady(START_UP));
    }

    /** Stops the second replicas. */
    @Override
    public void close() {
        second.values().forEach(ServiceProcess::stop);
    }
}
