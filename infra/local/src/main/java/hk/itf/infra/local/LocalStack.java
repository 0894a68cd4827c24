package hk.itf.infra.local;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The whole platform: PostgreSQL, Kafka and the token issuer held by this JVM, and the three services as processes
 * beside it. Closing it stops everything in the opposite order; so does the end of this JVM.
 */
public final class LocalStack implements AutoCloseable {

    /** What the calling JVM holds, as opposed to the three services. */
    public static final List<PortUse> BACKING = List.of(PortUse.POSTGRES, PortUse.KAFKA, PortUse.TOKENS);

    private static final Duration SERVICE_START_UP = Duration.ofMinutes(2);

    private final Path project;
    private final StateFolder state;
    private final Ports ports;
    private final TokenIssuer issuer;
    private final Deque<AutoCloseable> running = new ArrayDeque<>();
    private final Map<Service, ServiceProcess> services = new EnumMap<>(Service.class);
    private final Thread closesWithTheJvm = new Thread(this::stopEverything, "local-stack-closer");

    private LocalStack(Path project, StateFolder state, Ports ports) {
        this.project = project;
        this.state = state;
        this.ports = ports;
        this.issuer = TokenIssuer.open(state.keys());
    }

    /** Starts PostgreSQL with the three databases, Kafka with its topics, and the token issuer. No service yet. */
    public static LocalStack start(Path project, StateFolder state, Ports ports) {
        return start(project, state, ports, line -> {});
    }

    /**
     * As above, telling of each part as it becomes ready.
     *
     * @param progress takes lines fit for people
     */
    public static LocalStack start(Path project, StateFolder state, Ports ports, Consumer<String> progress) {
        state.prepare();
        LocalPostgres.stopAbandoned(state.postgres()); // it would still hold its port
        ports.requireFree(BACKING);
        var stack = new LocalStack(project, state, ports);
        Runtime.getRuntime().addShutdownHook(stack.closesWithTheJvm);
        try {
            stack.startBacking(progress);
            return stack;
        } catch (RuntimeException e) {
            stack.close();
            throw e;
        }
    }

    /** Starts the three services at once and waits until all are ready; leaves alone those that run. */
    public void startServices() {
        for (var service : Service.values()) {
            if (!service(service).isAlive()) {
                ports.requireFree(List.of(Ports.httpUse(service), Ports.managementUse(service)));
                service(service).start();
            }
        }
        for (var service : Service.values()) {
            service(service).awaitReady(SERVICE_START_UP);
        }
    }

    /** The process of a service, started or not. */
    public synchronized ServiceProcess service(Service service) {
        return services.computeIfAbsent(service, absent -> new ServiceProcess(absent, project, state, ports));
    }

    public TokenIssuer issuer() {
        return issuer;
    }

    public String bootstrapServers() {
        return LocalKafka.bootstrapServers(ports.kafka());
    }

    public BusinessClockFile clock() {
        return new BusinessClockFile(state.clockOffset());
    }

    public StateFolder state() {
        return state;
    }

    public Ports ports() {
        return ports;
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(closesWithTheJvm);
        } catch (IllegalStateException e) {
            return; // the JVM is ending, and the hook is doing it
        }
        stopEverything();
    }

    private void startBacking(Consumer<String> progress) {
        var postgres = LocalPostgres.start(state.postgres(), ports.postgres(), state.log("postgres"));
        keep(postgres);
        for (var service : Service.values()) {
            postgres.createDatabase(service.database());
        }
        progress.accept("postgres ready on port " + ports.postgres());
        keep(LocalKafka.start(state.kafka(), ports.kafka()));
        progress.accept("kafka ready on port " + ports.kafka());
        keep(TokensEndpoint.start(issuer, ports.tokens()));
        progress.accept("tokens ready on port " + ports.tokens());
    }

    private synchronized void keep(AutoCloseable part) {
        running.push(part);
    }

    /** Stops as much as can be stopped and reports the first failure afterwards. */
    private synchronized void stopEverything() {
        services.values().forEach(ServiceProcess::stop);
        Optional<Exception> failure = Optional.empty();
        while (!running.isEmpty()) {
            try {
                running.pop().close();
            } catch (Exception e) { // what AutoCloseable declares
                failure = failure.or(() -> Optional.of(e));
            }
        }
        failure.ifPresent(e -> {
            throw new LocalStackException("Part of the local stack did not stop: " + e.getMessage(), e);
        });
    }
}
