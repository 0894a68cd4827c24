package hk.itf.infra.endtoend;

import hk.itf.infra.local.LocalStack;
import hk.itf.infra.local.Service;
import hk.itf.infra.local.ServiceProcess;
import java.time.Duration;
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

    ServiceProcess first(Service service) {
        return stack.service(service);
    }

    ServiceProcess second(Service service) {
        return Objects.requireNonNull(second.get(service));
    }

    List<ServiceProcess> of(Service service) {
        return List.of(first(service), second(service));
    }

    /** Restarts the first replicas of these services as this build, all at once, and waits until they are ready. */
    void restartFirst(Build build, Service... services) {
        restart(build, List.of(services).stream().map(this::first).toList());
    }

    /** Starts or restarts the second replica of each service as this build. */
    void restartSecond(Build build) {
        restart(build, List.copyOf(second.values()));
    }

    private void restart(Build build, List<ServiceProcess> processes) {
        processes.forEach(each -> each.restart(build.jvmArgs(stack.state().root())));
        processes.forEach(each -> each.awaitReady(START_UP));
    }

    /** Stops the second replicas. */
    @Override
    public void close() {
        second.values().forEach(ServiceProcess::stop);
    }
}
