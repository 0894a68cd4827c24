package hk.itf.infra.eventing;

import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Collection;
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
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/**
 * Creates Kafka clients with the settings for durable, ordered events. No such setting is left to its default. The settings of the
 * connection ({@code kafka.security.*}, {@code kafka.ssl.*}, {@code kafka.sasl.*}) come from the configuration as they are.
 */
@ApplicationScoped
public class KafkaClients {

    public static final Duration DELIVERY = Duration.ofSeconds(6);

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
                settings.group(),
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

    public KafkaProducer<String, byte[]> producer() {
        return new KafkaProducer<>(producerSettings(), new StringSerializer(), new ByteArraySerializer());
    }

    /** The consumer returns raw keys and values: a deserializer that throws would stop the intake. */
    public KafkaConsumer<byte[], byte[]> consumer() {
        return new KafkaConsumer<>(consumerSettings(), new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    public Admin admin() {
        var administration = new HashMap<>(connection);
        administration.put(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
        return Admin.create(administration);
    }

    /**
     * Creates the topics that are missing. The broker does not create topics on first use. In production the topics exist, and this
     * service has no permission to create any.
     *
     * @param retention how long the broker keeps records; null for ever
     * @throws TimeoutException when the broker does not answer
     * @throws IllegalStateException when a topic is missing and cannot be created
     */
    public void ensureTopics(Collection<String> topics, @Nullable Duration retention)
            throws InterruptedException, TimeoutException {
        try (var admin = admin()) {
            for (var topic : admin.describeTopics(topics).topicNameValues().entrySet()) {
                if (!exists(topic.getValue())) {
                    create(admin, topic.getKey(), retention);
                }
            }
        }
    }

    private static boolean exists(KafkaFuture<TopicDescription> topic) throws InterruptedException, TimeoutException {
        try {
            topic.get(DELIVERY.toSeconds(), TimeUnit.SECONDS);
            return true;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnknownTopicOrPartitionException) {
                return false;
            }
            throw failed("A topic cannot be looked up.", e);
        }
    }

    private void create(Admin admin, String topic, @Nullable Duration retention)
            throws InterruptedException, TimeoutException {
        var wanted = new NewTopic(topic, settings.partitions(), settings.replicationFactor())
                .configs(Map.of(
                        "retention.ms",
                        retention == null ? "-1" : Long.toString(retention.toMillis()),
                        "min.insync.replicas",
                        Short.toString(settings.minInsyncReplicas())));
        try {
            admin.createTopics(List.of(wanted)).all().get(DELIVERY.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) { // another service was faster
                throw failed("The topic " + topic + " cannot be created.", e);
            }
        }
    }

    private static IllegalStateException failed(String message, ExecutionException e) throws TimeoutException {
        if (e.getCause() instanceof org.apache.kafka.common.errors.TimeoutException noAnswer) {
            throw (TimeoutException) new TimeoutException(noAnswer.getMessage()).initCause(noAnswer);
        }
        return new IllegalStateException(message, e);
    }
}
