package hk.itf.infra.local;

import hk.itf.infra.local.broker.BrokerFiles;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The whole local stack: PostgreSQL, Kafka and the token issuer run under this JVM, the three services as processes of
 * their own. Closing the stack, or the end of this JVM, stops all servers in reverse order.
 */
public final class LocalStack implements AutoCloseable {

    /** The servers that run under the calling JVM. */
    public static final List<PortUse> BACKING_SERVERS =
            List.of(PortUse.POSTGRES, PortUse.KAFKA, PortUse.KAFKA_SERVICES, PortUse.TOKENS);

    private static final Duration SERVICE_START_UP = Duration.ofMinutes(2);

    private final Path project;
    private final StateFolder state;
    private final Ports ports;
    private final TokenIssuer issuer;
    private final Deque<AutoCloseable> servers = new ArrayDeque<>();
    private final Map<Service, ServiceProcess> services = new EnumMap<>(Service.class);
    private @Nullable LocalKafka broker;
    private final Thread closesWithTheJvm = new Thread(this::stopEverything, "local-stack-closer");

    private LocalStack(Path project, StateFolder state, Ports ports) {
        this.project = project;
        this.state = state;
        this.ports = ports;
        this.issuer = TokenIssuer.open(state.keys());
    }

    /** Starts PostgreSQL with the three databases, Kafka with its topics, and the token issuer, but no service. */
    public static LocalStack start(Path project, StateFolder state, Ports ports) {
        return start(project, state, ports, line -> {});
    }

    /**
     * Like {@link #start(Path, StateFolder, Ports)}, with progress.
     *
     * @param progress receives one line when a server is ready
     */
    public static LocalStack start(Path project, StateFolder state, Ports ports, Consumer<String> progress) {
        state.prepare();
        LocalPostgres.stopAbandoned(state.postgres()); // frees its port
        ports.requireFree(BACKING_SERVERS);
        var stack = new LocalStack(project, state, ports);
        Runtime.getRuntime().addShutdownHook(stack.closesWithTheJvm);
        try {
            stack.startBackingServers(progress);
            return stack;
        } catch (RuntimeException e) {
            stack.close();
            throw e;
        }
    }

    /** Starts the services that do not run, all at the same time, and waits until all three are ready. */
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

    /** The process of a service, which may not have been started. */
    public synchronized ServiceProcess service(Service service) {
        return services.computeIfAbsent(service, absent -> new ServiceProcess(absent, project, state, ports));
    }

    /** Stops the broker after it has written all records to disk; the services go on without it. Does nothing without a broker. */
    public synchronized void stopBroker() {
        if (broker != null) {
            broker.close();
            broker = null;
        }
    }

    /** Starts the broker with all its records, unless it runs. */
    public synchronized void startBroker() {
        if (broker == null) {
            broker = LocalKafka.start(
                    state.kafka(),
                    ports.kafka(),
                    ports.kafkaForServices(),
                    BrokerFiles.read(project.resolve("infra/kafka")));
        }
    }

    public TokenIssuer issuer() {
        return issuer;
    }

    /** The listener of the broker without sign-in, for tools and tests. */
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
            return; // this JVM is ending, and the shutdown hook stops the servers
        }
        stopEverything();
    }

    private void startBackingServers(Consumer<String> progress) {
        var postgres = LocalPostgres.start(state.postgres(), ports.postgres(), state.log("postgres"));
        closeLater(postgres);
        for (var service : Service.values()) {
            postgres.createDatabase(service.database());
        }
        progress.accept("postgres ready on port " + ports.postgres());
        closeLater(this::stopBroker);
        startBroker();
        progress.accept("kafka ready on port " + ports.kafka());
        closeLater(TokensEndpoint.start(issuer, ports.tokens()));
        progress.accept("tokens ready on port " + ports.tokens());
    }

    private synchronized void closeLater(AutoCloseable server) {
        servers.push(server);
    }

    /** Stops all servers, then throws the first failure. */
    private synchronized void stopEverything() {
        services.values().forEach(ServiceProcess::stop);
        Optional<Exception> failure = Optional.empty();
        while (!servers.isEmpty()) {
            try {
                servers.pop().close();
            } catch (Exception e) { // declared by AutoCloseable
                failure = failure.or(() -> Optional.of(e));
            }
        }
        failure.ifPresent(e -> {
            throw new LocalStackException("A server of the local stack did not stop: " + e.getMessage(), e);
        });
    }
}
