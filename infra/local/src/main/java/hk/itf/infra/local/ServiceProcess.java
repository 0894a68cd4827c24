package hk.itf.infra.local;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One packaged service in a JVM of its own, which tests can kill like a crashed machine. Its output is appended to its
 * log in the state folder. A stopped process can be started again.
 */
public final class ServiceProcess implements AutoCloseable {

    private static final Duration ORDERLY_STOP = Duration.ofSeconds(20);
    private static final Duration WRITING_OF_START_CACHE = Duration.ofMinutes(5);

    /** A young generation of 32 MB is collected more often than the default of 85 MB, and keeps that much less memory resident. */
    private static final List<String> SMALL_HEAP = List.of("-Xms64m", "-Xmn32m");

    /** The JDK starts without a cache that another build or another JDK wrote. Its warnings would only fill the log. */
    private static final List<String> QUIET = List.of("-Xlog:aot=off", "-Xlog:cds=off");

    private final Service service;
    private final Path project;
    private final StateFolder state;
    private final Ports ports;
    private @Nullable Process process;

    public ServiceProcess(Service service, Path project, StateFolder state, Ports ports) {
        this.service = service;
        this.project = project;
        this.state = state;
        this.ports = ports;
    }

    public Service service() {
        return service;
    }

    /**
     * Starts the service and returns at once. The service ends when its terminal is closed.
     *
     * @param extraJvmArgs additional JVM arguments, for tests that let the service crash at a chosen point
     * @throws LocalStackException if the service runs already or has not been built
     */
    public ServiceProcess start(String... extraJvmArgs) {
        return launch(JvmCommand.attached(), List.of(extraJvmArgs));
    }

    /** Like {@link #start}, but the service outlives this JVM and the terminal, and uses its start cache if there is one. */
    public ServiceProcess startDetached() {
        var jvmArgs = new ArrayList<>(SMALL_HEAP);
        if (Files.exists(startCache())) {
            jvmArgs.add("-XX:AOTCache=" + startCache());
            jvmArgs.addAll(QUIET);
        }
        return launch(JvmCommand.detached(), jvmArgs);
    }

    /** Like {@link #start}, for a start that is followed by {@link #stopAndWriteStartCache}. */
    public ServiceProcess startForStartCache() {
        var jvmArgs = new ArrayList<>(QUIET);
        jvmArgs.add("-XX:AOTCacheOutput=" + startCache());
        return launch(JvmCommand.attached(), jvmArgs);
    }

    /**
     * Stops the service and waits until the JDK has written the start cache.
     *
     * @throws LocalStackException if there is no cache after five minutes
     */
    public void stopAndWriteStartCache() {
        running().ifPresent(alive -> {
            alive.destroy();
            Patience.until(WRITING_OF_START_CACHE, () -> !alive.isAlive());
        });
        if (isAlive() || Files.notExists(startCache())) {
            kill();
            throw new LocalStackException(
                    "The start cache of the %s service was not written. The last lines of its log %s:%n%s"
                            .formatted(service.word(), log(), lastLines()));
        }
    }

    /** The JDK's AOT cache: the classes that a start of this build has loaded. Belongs to the build, and need not exist. */
    public Path startCache() {
        return project.resolve(service.folder()).resolve("target/start.aot");
    }

    /** Stops the service if it runs, and starts it. */
    public ServiceProcess restart(String... extraJvmArgs) {
        stop();
        return start(extraJvmArgs);
    }

    /**
     * Waits until the service reports that it is ready.
     *
     * @throws LocalStackException with the end of the log, if the process ends or is not ready in time
     */
    public void awaitReady(Duration atMost) {
        var inTime = Patience.until(atMost, () -> !isAlive() || Probe.serviceReady(ports, service));
        if (!isAlive()) {
            throw new LocalStackException(
                    "The %s service ended while it was starting. The last lines of its log %s:%n%s"
                            .formatted(service.word(), log(), lastLines()));
        }
        if (!inTime) {
            throw new LocalStackException("The %s service was not ready within %d s. The last lines of its log %s:%n%s"
                    .formatted(service.word(), atMost.toSeconds(), log(), lastLines()));
        }
    }

    /** Kills the process, so that no shutdown hook runs, and waits for its end. */
    public void kill() {
        running().ifPresent(alive -> alive.destroyForcibly().onExit().join());
    }

    /** Asks the process to end, and kills it after 20 seconds. Does nothing if it does not run. */
    public void stop() {
        running().ifPresent(alive -> {
            alive.destroy();
            if (!Patience.until(ORDERLY_STOP, () -> !alive.isAlive())) {
                kill();
            }
        });
    }

    @Override
    public void close() {
        stop();
    }

    public boolean isAlive() {
        return running().isPresent();
    }

    public long pid() {
        return running()
                .orElseThrow(() -> new LocalStackException("The %s service does not run.".formatted(service.word())))
                .pid();
    }

    public Path log() {
        return state.log(service.word());
    }

    private Optional<Process> running() {
        return Optional.ofNullable(process).filter(Process::isAlive);
    }

    private ServiceProcess launch(JvmCommand command, List<String> extraJvmArgs) {
        if (isAlive()) {
            throw new LocalStackException("The %s service runs already.".formatted(service.word()));
        }
        var jar = project.resolve(service.folder()).resolve("target/quarkus-app/quarkus-run.jar");
        if (Files.notExists(jar)) {
            throw new LocalStackException(
                    "The %s service is not built, because %s is missing. Run ./itf up or mvn package."
                            .formatted(service.word(), jar));
        }
        var jvmArgs = new ArrayList<>(List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError"));
        jvmArgs.addAll(extraJvmArgs);
        process = command.named(service.word(), state)
                .with(jvmArgs)
                .running(List.of("-jar", jar.toString()))
                .start(environment(), new File(log().toString()));
        return this;
    }

    private Map<String, String> environment() {
        return Map.ofEntries(
                Map.entry("QUARKUS_PROFILE", "local"),
                Map.entry("QUARKUS_HTTP_HOST", "127.0.0.1"),
                Map.entry("QUARKUS_HTTP_PORT", Integer.toString(ports.http(service))),
                Map.entry("QUARKUS_MANAGEMENT_HOST", "127.0.0.1"),
                Map.entry("QUARKUS_MANAGEMENT_PORT", Integer.toString(ports.management(service))),
                Map.entry(
                        "QUARKUS_DATASOURCE_JDBC_URL",
                        LocalPostgres.jdbcUrl(ports.postgres(), service.database())
                                + "?prepareThreshold=1&reWriteBatchedInserts=true"),
                Map.entry("QUARKUS_DATASOURCE_USERNAME", service.database()),
                Map.entry("QUARKUS_DATASOURCE_PASSWORD", LocalPostgres.LOCAL_ONLY_PASSWORD),
                Map.entry("KAFKA_BOOTSTRAP_SERVERS", LocalKafka.bootstrapServers(ports.kafkaForServices())),
                Map.entry("KAFKA_SECURITY_PROTOCOL", "SASL_PLAINTEXT"),
                Map.entry("KAFKA_SASL_MECHANISM", LocalKafka.SASL_MECHANISM),
                Map.entry("KAFKA_SASL_JAAS_CONFIG", LocalKafka.credentials(service.folder())),
                Map.entry(
                        "MP_JWT_VERIFY_PUBLICKEY_LOCATION",
                        TokensEndpoint.jwksUri(ports.tokens()).toString()),
                Map.entry("MP_JWT_VERIFY_PUBLICKEY_ALGORITHM", "ES256"),
                Map.entry("MP_JWT_VERIFY_ISSUER", TokenIssuer.ISSUER),
                Map.entry("ITF_CLOCK_OFFSET_FILE", state.clockOffset().toString()),
                Map.entry("ITF_PAPERS_DIRECTORY", state.papers().toString()),
                Map.entry("ITF_BANK_LEDGER_FILE", state.bankLedger().toString()),
                Map.entry("ITF_NOTICES_DIRECTORY", state.notices().toString()));
    }

    private String lastLines() {
        return String.join("\n", LogFile.lastLines(log(), 20));
    }
}
