package hk.itf.infra.local;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;

/**
 * A Kafka broker with its controller in this JVM, on the loopback address. Records never expire and survive a restart.
 * Clients cannot create topics by using them, so that a misspelt topic is an error as in production.
 */
public final class LocalKafka implements AutoCloseable {

    /** The topics of the three services. Each service publishes to one. */
    public static final List<String> TOPICS = List.of("itf.applications", "itf.assessments", "itf.disbursements");

    public static final int PARTITIONS = 3;

    private static final String CLUSTER = "aXRmLWxvY2FsLWthZmthLQ"; // any 16 bytes in Base64
    private static final int NODE = 1;
    private static final long ADMIN_SECONDS = 60;

    private final KafkaRaftServer server;
    private final int port;

    private LocalKafka(KafkaRaftServer server, int port) {
        this.server = server;
        this.port = port;
    }

    /**
     * Starts the broker with its data in this folder, and creates the missing {@link #TOPICS}. The first start formats the
     * folder.
     *
     * @throws LocalStackException if the broker does not start
     */
    public static LocalKafka start(Path logFolder, int port) {
        var folder = logFolder.toAbsolutePath().normalize();
        format(folder);
        var server = new KafkaRaftServer(KafkaConfig.fromProps(settings(folder, port), false), Time.SYSTEM);
        try {
            server.startup();
        } catch (RuntimeException e) {
            server.shutdown();
            throw new LocalStackException(
                    "Kafka did not start in %s on port %d: %s".formatted(folder, port, e.getMessage()), e);
        }
        var started = new LocalKafka(server, port);
        try {
            started.createTopics(TOPICS);
            return started;
        } catch (RuntimeException e) {
            started.close();
            throw e;
        }
    }

    public String bootstrapServers() {
        return bootstrapServers(port);
    }

    static String bootstrapServers(int port) {
        return "127.0.0.1:" + port;
    }

    /** Creates the topics that do not exist, each with {@link #PARTITIONS} partitions. */
    public void createTopics(Collection<String> names) {
        try (var admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers()))) {
            var present = admin.listTopics().names().get(ADMIN_SECONDS, TimeUnit.SECONDS);
            var absent = names.stream()
                    .filter(name -> !present.contains(name))
                    .map(name -> new NewTopic(name, PARTITIONS, (short) 1).configs(Map.of("retention.ms", "-1")))
                    .toList();
            admin.createTopics(absent).all().get(ADMIN_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalStackException("The creation of topics was interrupted.", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new LocalStackException("The topics %s could not be created.".formatted(names), e);
        }
    }

    /** Stops the broker after it has written all records to disk. */
    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }

    private static void format(Path folder) {
        var output = new ByteArrayOutputStream();
        try (var capture = new PrintStream(output, true, StandardCharsets.UTF_8)) {
            Files.createDirectories(folder);
            new Formatter()
                    .setPrintStream(capture)
                    .setClusterId(CLUSTER)
                    .setNodeId(NODE)
                    .setControllerListenerName("CONTROLLER")
                    .setDirectories(List.of(folder.toString()))
                    .setMetadataLogDirectory(folder.toString())
                    .setIgnoreFormatted(true)
                    .run();
        } catch (IOException e) {
            throw new LocalStackException("The folder %s of Kafka cannot be written.".formatted(folder), e);
        } catch (Exception e) { // declared by the formatter
            throw new LocalStackException(
                    "The folder %s of Kafka cannot be formatted: %s"
                            .formatted(folder, output.toString(StandardCharsets.UTF_8)),
                    e);
        }
    }

    /** The controller uses any free port, because only this broker connects to it. */
    private static Properties settings(Path folder, int port) {
        var controller = Ports.freePort();
        var settings = new Properties();
        settings.putAll(Map.ofEntries(
                Map.entry("process.roles", "broker,controller"),
                Map.entry("node.id", Integer.toString(NODE)),
                Map.entry("log.dirs", folder.toString()),
                Map.entry(
                        "listeners", "PLAINTEXT://127.0.0.1:%d,CONTROLLER://127.0.0.1:%d".formatted(port, controller)),
                Map.entry("advertised.listeners", "PLAINTEXT://127.0.0.1:" + port),
                Map.entry("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT"),
                Map.entry("inter.broker.listener.name", "PLAINTEXT"),
                Map.entry("controller.listener.names", "CONTROLLER"),
                Map.entry("controller.quorum.voters", "%d@127.0.0.1:%d".formatted(NODE, controller)),
                Map.entry("auto.create.topics.enable", "false"),
                Map.entry("num.partitions", Integer.toString(PARTITIONS)),
                Map.entry("log.retention.ms", "-1"),
                Map.entry("offsets.topic.replication.factor", "1"),
                Map.entry("offsets.topic.num.partitions", "3"),
                Map.entry("transaction.state.log.replication.factor", "1"),
                Map.entry("transaction.state.log.min.isr", "1"),
                Map.entry("transaction.state.log.num.partitions", "3"),
                Map.entry("share.coordinator.state.topic.replication.factor", "1"),
                Map.entry("share.coordinator.state.topic.min.isr", "1"),
                Map.entry("group.initial.rebalance.delay.ms", "0"),
                Map.entry(
                        "broker.heartbeat.interval.ms",
                        "500"), // a broker that restarts after a kill waits for the end of its old session
                Map.entry("broker.session.timeout.ms", "4000"),
                Map.entry(
                        "log.cleaner.dedupe.buffer.size",
                        "4194304"), // bytes; the default of 128 MB suits large brokers
                Map.entry("num.io.threads", "4"),
                Map.entry("num.network.threads", "2")));
        return settings;
    }
}
