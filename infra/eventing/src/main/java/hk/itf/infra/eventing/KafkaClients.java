package hk.itf.infra.eventing;

import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Creates Kafka clients with the settings for durable, ordered events. No such setting is left to its default. The settings of the
 * connection ({@code kafka.security.*}, {@code kafka.ssl.*}, {@code kafka.sasl.*}) come from the configuration as they are.
 */
@ApplicationScoped
public class KafkaClients {

    static final Duration DELIVERY = Duration.ofSeconds(6);

    private static final Set<String> CONNECTION_SETTINGS = Set.of("security.", "ssl.", "sasl.");

    private final String bootstrap;
    private final Map<String, Object> connection;
    private final EventingSettings settings;

    /** @param configuration everything that is configured under {@code kafka}, by its name for Kafka's clients */
    KafkaClients(@Identifier("default-kafka-broker") Map<String, Object> configuration, EventingSettings settings) {
        this.bootstrap = String.valueOf(configuration.get(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG));
        this.connection = configuration.entrySet().stream()
                .filter(setting -> CONNECTION_SETTINGS.stream()
                        .anyMatch(prefix -> setting.getKey().startsWith(prefix)))
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
        this.settings = settings;
    }

    public Map<String, Object> producerSettings() {
        var producer = new HashMap<>(connection);
        producer.putAll(Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrap,
                ProducerConfig.CLIENT_ID_CONFIG,
                settings.source() + "-relay",
                ProducerConfig.ACKS_CONFIG,
                "all",
                ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                true,
                ProducerConfig.LINGER_MS_CONFIG,
                0,
                ProducerConfig.MAX_BLOCK_MS_CONFIG,
                (int) DELIVERY.toMillis(),
                ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                (int) DELIVERY.toMillis() / 2,
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                (int) DELIVERY.toMillis()));
        return producer;
    }

    public Map<String, Object> consumerSettings() {
        var consumer = new HashMap<>(connection);
        consumer.putAll(Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrap,
                ConsumerConfig.GROUP_ID_CONFIG,
                "itf." + settings.source(),
                ConsumerConfig.CLIENT_ID_CONFIG,
                settings.source() + "-loop",
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "earliest",
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false,
                ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                false,
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed",
                ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                settings.batch(),
                ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG,
                500)); // of an idle topic; an event is fetched at once
        // The broker notices a killed service after 10 seconds instead of the default 45.
        consumer.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 10_000);
        consumer.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 3_000);
        return consumer;
    }

    KafkaProducer<String, byte[]> producer() {
        return new KafkaProducer<>(producerSettings(), new StringSerializer(), new ByteArraySerializer());
    }

    /** The consumer returns raw keys and values: a deserializer that throws would stop the intake. */
    public KafkaConsumer<byte[], byte[]> consumer() {
        return new KafkaConsumer<>(consumerSettings(), new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /**
     * Creates missing topics. The broker does not create topics on first use.
     *
     * @throws TimeoutException when the broker does not answer
     */
    public void ensureTopics(Iterable<String> topics) throws InterruptedException, TimeoutException {
        var administration = new HashMap<>(connection);
        administration.put(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
        try (var admin = Admin.create(administration)) {
            for (var topic : topics) {
                var wanted = new NewTopic(topic, settings.partitions(), settings.replicationFactor())
                        .configs(Map.of(
                                "retention.ms",
                                "-1",
                                "min.insync.replicas",
                                Short.toString(settings.minInsyncReplicas())));
                try {
                    admin.createTopics(List.of(wanted)).all().get(DELIVERY.toSeconds(), TimeUnit.SECONDS);
                } catch (ExecutionException e) {
                    if (e.getCause() instanceof org.apache.kafka.common.errors.TimeoutException noAnswer) {
                        throw (TimeoutException) new TimeoutException(noAnswer.getMessage()).initCause(noAnswer);
                    }
                    if (!(e.getCause() instanceof TopicExistsException)) {
                        throw new IllegalStateException("The topic " + topic + " cannot be created.", e);
                    }
                }
            }
        }
    }
}
