package hk.itf.infra.testkit;

import hk.itf.infra.local.LocalKafka;
import hk.itf.infra.local.LocalPostgres;
import hk.itf.infra.local.Ports;
import hk.itf.infra.local.TokenIssuer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/**
 * Starts PostgreSQL with durable settings, Kafka, a token issuer and a business clock for the tests of one application.
 *
 * <p>Arguments: {@code service} names the database and its user; {@code broker = none} leaves Kafka out. Use as {@code
 * @QuarkusTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "service", value =
 * "applications"))}.
 */
public class StackResource implements QuarkusTestResourceLifecycleManager {

    /** Every await checks at once and then at this interval. The default checks after 100 ms for the first time. */
    private static final Duration POLL_INTERVAL = Duration.ofMillis(20);

    /** Long, because several test JVMs may share two processors. */
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private static @Nullable Path folder;
    private static @Nullable TokenIssuer issuer;
    private static String bootstrap = "127.0.0.1:1"; // nobody listens there
    private static @Nullable KafkaProducer<String, byte[]> producer;

    private String service = "";
    private boolean withBroker = true;
    private @Nullable LocalPostgres postgres;
    private @Nullable LocalKafka kafka;

    @Override
    public void init(Map<String, String> arguments) {
        service = arguments.getOrDefault("service", "");
        withBroker = !arguments.getOrDefault("broker", "").equals("none");
    }

    @Override
    public Map<String, String> start() {
        CompiledJsonPaths.install();
        JsonDocuments.install();
        Awaitility.setDefaultPollDelay(Duration.ZERO);
        Awaitility.setDefaultPollInterval(POLL_INTERVAL);
        Awaitility.setDefaultTimeout(TIMEOUT);
        try {
            var state = Files.createTempDirectory("itf-test-");
            folder = state;
            var database = LocalPostgres.start(state.resolve("postgres"), Ports.freePort());
            postgres = database;
            database.createDatabase(service);
            if (withBroker) {
                var broker = LocalKafka.start(state.resolve("kafka"), Ports.freePort());
                kafka = broker;
                bootstrap = broker.bootstrapServers();
            }
            var tokens = TokenIssuer.open(state.resolve("keys"));
            issuer = tokens;
            var jwks = Files.writeString(state.resolve("jwks.json"), tokens.jwks());
            return Map.ofEntries(
                    Map.entry("quarkus.datasource.jdbc.url", database.jdbcUrl(service)),
                    Map.entry("quarkus.datasource.username", service),
                    Map.entry("quarkus.datasource.password", LocalPostgres.LOCAL_ONLY_PASSWORD),
                    Map.entry("kafka.bootstrap.servers", bootstrap),
                    // No sweep during a test: an event that nothing wakes must make it fail.
                    Map.entry("itf.eventing.sweep-every", "1h"),
                    Map.entry("mp.jwt.verify.publickey.location", jwks.toUri().toString()),
                    Map.entry("mp.jwt.verify.issuer", TokenIssuer.ISSUER),
                    Map.entry(
                            "itf.clock.offset-file",
                            state.resolve("clock-offset").toString()),
                    Map.entry("itf.papers.directory", state.resolve("papers").toString()),
                    Map.entry("itf.notices.directory", state.resolve("notices").toString()),
                    Map.entry(
                            "itf.bank.ledger-file",
                            state.resolve("bank-ledger.jsonl").toString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        closeProducer();
        if (kafka != null) {
            kafka.close();
        }
        if (postgres != null) {
            postgres.close();
        }
    }

    /** The folder of this stack: keys, clock offset, papers, notices, bank ledger. */
    public static Path folder() {
        return requireStarted(folder);
    }

    static TokenIssuer issuer() {
        return requireStarted(issuer);
    }

    static String bootstrapServers() {
        return bootstrap;
    }

    /** The producer that all {@link OtherService}s share, for tests that send what no service sends. */
    public static synchronized KafkaProducer<String, byte[]> producer() {
        var open = producer;
        if (open == null) {
            open = new KafkaProducer<>(
                    Map.of(
                            ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                            bootstrap,
                            ProducerConfig.ACKS_CONFIG,
                            "all",
                            ProducerConfig.LINGER_MS_CONFIG,
                            0),
                    new StringSerializer(),
                    new ByteArraySerializer());
            producer = open;
        }
        return open;
    }

    private static synchronized void closeProducer() {
        if (producer != null) {
            producer.close();
            producer = null;
        }
    }

    private static <T> T requireStarted(@Nullable T part) {
        if (part == null) {
            throw new IllegalStateException(
                    "The stack is not started. Does the test class have @QuarkusTestResource(StackResource)?");
        }
        return part;
    }
}
