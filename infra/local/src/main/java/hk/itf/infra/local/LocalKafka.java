package hk.itf.infra.local;

import hk.itf.infra.local.broker.BrokerFiles;
import hk.itf.infra.local.broker.BrokerFiles.DeclaredTopic;
import hk.itf.infra.local.broker.BrokerFiles.DeclaredUser;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
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
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialAlteration;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;

/**
 * A Kafka broker with its controller in this JVM, on the loopback address. Records never expire and survive a restart.
 * Clients cannot create topics by using them, so that a misspelt topic is an error as in production.
 */
public final class LocalKafka implements AutoCloseable {

    /** The topics with the events of the three services. */
    public static final List<String> TOPICS = List.of("itf.applications", "itf.assessments", "itf.disbursements");

    public static final int PARTITIONS = 3;

    private static final String CLUSTER = "aXRmLWxvY2FsLWthZmthLQ"; // any 16 bytes in Base64
    private static final int NODE = 1;
    private static final long ADMIN_SECONDS = 60;

    static final String SASL_MECHANISM = "SCRAM-SHA-512";

    private static final String LOCAL_ONLY_PASSWORD = "local-only";
    private static final int FEWEST_SCRAM_ITERATIONS = 4096;

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
        var started = startServer(logFolder, port, Map.of());
        try {
            started.createTopics(TOPICS);
            return started;
        } catch (RuntimeException e) {
            started.close();
            throw e;
        }
    }

    /**
     * Starts the broker with a second listener, on which only the declared users sign in, each with its declared permissions and with the
     * {@link #credentials} of its name. Tools go on to use the first listener, which permits everything. Creates the declared topics, too.
     */
    public static LocalKafka start(Path logFolder, int port, int servicesPort, BrokerFiles files) {
        var started = startServer(logFolder, port, settingsOfServicesListener(servicesPort));
        try {
            started.create(files.topics());
            started.permit(files.users());
            return started;
        } catch (RuntimeException e) {
            started.close();
            throw e;
        }
    }

    private static LocalKafka startServer(Path logFolder, int port, Map<String, String> furtherSettings) {
        var folder = logFolder.toAbsolutePath().normalize();
        format(folder);
        var settings = settings(folder, port);
        furtherSettings.forEach((name, value) -> settings.merge(name, value, (before, added) -> before + "," + added));
        var properties = new Properties();
        properties.putAll(settings);
        var server = new KafkaRaftServer(KafkaConfig.fromProps(properties, false), Time.SYSTEM);
        try {
            server.startup();
        } catch (RuntimeException e) {
            server.shutdown();
            throw new LocalStackException(
                    "Kafka did not start in %s on port %d: %s".formatted(folder, port, e.getMessage()), e);
        }
        return new LocalKafka(server, port);
    }

    /** The client setting {@code sasl.jaas.config} of a user, for the listener of the services. */
    public static String credentials(String user) {
        return "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"%s\" password=\"%s\";"
                .formatted(user, LOCAL_ONLY_PASSWORD);
    }

    private void permit(List<DeclaredUser> users) {
        try (var admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers()))) {
            var scram = new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, FEWEST_SCRAM_ITERATIONS);
            admin.alterUserScramCredentials(users.stream()
                            .<UserScramCredentialAlteration>map(
                                    user -> new UserScramCredentialUpsertion(user.name(), scram, LOCAL_ONLY_PASSWORD))
                            .toList())
                    .all()
                    .get(ADMIN_SECONDS, TimeUnit.SECONDS);
            admin.deleteAcls(List.of(AclBindingFilter.ANY))
                    .all()
                    .get(ADMIN_SECONDS, TimeUnit.SECONDS); // of older files
            admin.createAcls(users.stream()
                            .flatMap(user -> user.permissions().stream())
                            .toList())
                    .all()
                    .get(ADMIN_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalStackException("The declaration of permissions was interrupted.", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new LocalStackException("The permissions of the services could not be declared.", e);
        }
    }

    /** These settings are added to the lists of {@link #settings}. */
    private static Map<String, String> settingsOfServicesListener(int servicesPort) {
        return Map.of(
                "listeners", "SERVICES://127.0.0.1:" + servicesPort,
                "advertised.listeners", "SERVICES://127.0.0.1:" + servicesPort,
                "listener.security.protocol.map", "SERVICES:SASL_PLAINTEXT",
                "listener.name.services.sasl.enabled.mechanisms", SASL_MECHANISM,
                "listener.name.services.scram-sha-512.sasl.jaas.config",
                        "org.apache.kafka.common.security.scram.ScramLoginModule required;",
                "authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer",
                "super.users", "User:ANONYMOUS");
    }

    public String bootstrapServers() {
        return bootstrapServers(port);
    }

    static String bootstrapServers(int port) {
        return "127.0.0.1:" + port;
    }

    /** Creates the topics that do not exist, each with {@link #PARTITIONS} partitions, and keeps their records for ever. */
    private void createTopics(Collection<String> names) {
        create(names.stream()
                .map(name -> new DeclaredTopic(name, PARTITIONS, Map.of("retention.ms", "-1")))
                .toList());
    }

    /** Creates the topics that do not exist, with one replica, which acknowledges alone. */
    private void create(List<DeclaredTopic> topics) {
        try (var admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers()))) {
            var present = admin.listTopics().names().get(ADMIN_SECONDS, TimeUnit.SECONDS);
            var absent = topics.stream()
                    .filter(topic -> !present.contains(topic.name()))
                    .map(topic -> {
                        var config = new HashMap<>(topic.config());
                        config.put("min.insync.replicas", "1");
                        return new NewTopic(topic.name(), topic.partitions(), (short) 1).configs(config);
                    })
                    .toList();
            admin.createTopics(absent).all().get(ADMIN_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalStackException("The creation of topics was interrupted.", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new LocalStackException("The topics %s could not be created.".formatted(topics), e);
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
    private static Map<String, String> settings(Path folder, int port) {
        var controller = Ports.freePort();
        return new HashMap<>(Map.ofEntries(
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
    }
}
