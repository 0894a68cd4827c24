package hk.itf.infra.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalKafkaTest {

    private static final String TOPIC = "itf.applications";

    private final int port = Ports.freePort();

    @TempDir
    Path folder;

    @Test
    void keepsRecordsAndTopicsAcrossRestart() throws Exception {
        try (var kafka = LocalKafka.start(folder, port)) {
            send(kafka, "before");
        }
        try (var kafka = LocalKafka.start(folder, port)) {
            send(kafka, "after");

            assertThat(received(kafka, 2)).containsExactly("before", "after");
            assertThat(partitionsOf(kafka))
                    .allSatisfy((topic, partitions) -> assertThat(partitions).isEqualTo(3));
        }
    }

    private static void send(LocalKafka kafka, String value) throws Exception {
        try (var producer = new KafkaProducer<String, String>(
                Map.of("bootstrap.servers", kafka.bootstrapServers(), "acks", "all"),
                new StringSerializer(),
                new StringSerializer())) {
            producer.send(new ProducerRecord<>(TOPIC, "one key", value)).get(30, TimeUnit.SECONDS);
        }
    }

    private static List<String> received(LocalKafka kafka, int atLeast) {
        try (var consumer = new KafkaConsumer<String, String>(
                Map.of(
                        "bootstrap.servers", kafka.bootstrapServers(),
                        "group.id", "local-kafka-test",
                        "auto.offset.reset", "earliest"),
                new StringDeserializer(),
                new StringDeserializer())) {
            consumer.subscribe(List.of(TOPIC));
            var values = new ArrayList<String>();
            var deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
            while (values.size() < atLeast && System.nanoTime() < deadline) {
                consumer.poll(Duration.ofMillis(200)).forEach(received -> values.add(received.value()));
            }
            return values;
        }
    }

    private static Map<String, Integer> partitionsOf(LocalKafka kafka) throws Exception {
        try (var admin = Admin.create(Map.<String, Object>of("bootstrap.servers", kafka.bootstrapServers()))) {
            var partitions = new java.util.HashMap<String, Integer>();
            admin.describeTopics(LocalKafka.TOPICS)
                    .allTopicNames()
                    .get(30, TimeUnit.SECONDS)
                    .forEach((name, topic) ->
                            partitions.put(name, topic.partitions().size()));
            assertThat(partitions).containsOnlyKeys(LocalKafka.TOPICS);
            return partitions;
        }
    }
}
