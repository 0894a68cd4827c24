package hk.itf.infra.endtoend;

import static org.awaitility.Awaitility.await;

import hk.itf.infra.local.LocalKafka;
import hk.itf.infra.local.LocalStack;
import hk.itf.infra.local.Service;
import hk.itf.model.event.AggregateKey;
import hk.itf.model.event.EventHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The broker between the services, as somebody sees it who can read and write everything there. */
final class Topics implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Longer than a relay or a consumer sleeps, so that an answer to what was read would have been said by then. */
    private static final Duration QUIET = Duration.ofSeconds(2);

    private final Admin admin;
    private final KafkaConsumer<String, byte[]> consumer;
    private final KafkaProducer<String, byte[]> producer;

    Topics(LocalStack stack) {
        Map<String, Object> broker = Map.of("bootstrap.servers", stack.bootstrapServers());
        admin = Admin.create(broker);
        consumer = new KafkaConsumer<>(broker, new StringDeserializer(), new ByteArrayDeserializer());
        producer = new KafkaProducer<>(broker, new StringSerializer(), new ByteArraySerializer());
    }

    /** Every record of every topic, partition by partition. */
    List<ConsumerRecord<String, byte[]>> everything() {
        var ends = ends();
        consumer.assign(ends.keySet());
        consumer.seekToBeginning(ends.keySet());
        var records = new ArrayList<ConsumerRecord<String, byte[]>>();
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            consumer.poll(Duration.ofMillis(200)).forEach(records::add);
        }
        return records;
    }

    /** The very same records once more: key, headers, body and partition. */
    void sayAgain(List<ConsumerRecord<String, byte[]>> records) {
        records.forEach(each ->
                say(new ProducerRecord<>(each.topic(), each.partition(), each.key(), each.value(), each.headers())));
    }

    /** An event as applications-service would word it, whatever its body is. */
    void sayAsApplications(UUID grant, long sequence, String type, String body) {
        var event = new ProducerRecord<>("itf.applications", grant.toString(), body.getBytes(StandardCharsets.UTF_8));
        var now = Clock.systemUTC().instant();
        EventHeaders.of("applications", AggregateKey.grant(grant), sequence, type, now)
                .toMap()
                .forEach((name, value) -> event.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        say(event);
    }

    /** How many records were ever said. */
    long length() {
        return ends().values().stream().mapToLong(Long::longValue).sum();
    }

    /** Returns when every service has read, and committed, all there is, and none has anything to add. */
    void awaitQuiet() {
        producer.flush();
        await("consumers without lag").atMost(PATIENCE).during(QUIET).until(() -> lag() == 0);
    }

    @Override
    public void close() {
        producer.close();
        consumer.close();
        admin.close();
    }

    private void say(ProducerRecord<String, byte[]> event) {
        producer.send(event);
    }

    private long lag() {
        var ends = ends();
        var lag = 0L;
        for (var service : Service.values()) {
            var committed = get(() -> admin.listConsumerGroupOffsets("itf." + service.word())
                    .partitionsToOffsetAndMetadata()
                    .get());
            for (var end : ends.entrySet()) {
                if (!end.getKey().topic().equals(topicOf(service))) {
                    var offset = committed.get(end.getKey());
                    lag += end.getValue() - (offset == null ? 0 : offset.offset());
                }
            }
        }
        return lag;
    }

    private static String topicOf(Service service) {
        return switch (service) {
            case APPLICATIONS -> "itf.applications";
            case ASSESSMENT -> "itf.assessments";
            case DISBURSEMENT -> "itf.disbursements";
        };
    }

    private Map<TopicPartition, Long> ends() {
        var latest = LocalKafka.TOPICS.stream()
                .flatMap(topic -> IntStream.range(0, LocalKafka.PARTITIONS)
                        .mapToObj(partition -> new TopicPartition(topic, partition)))
                .collect(Collectors.toMap(Function.identity(), partition -> OffsetSpec.latest()));
        return get(() -> admin.listOffsets(latest).all().get()).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, end -> end.getValue().offset()));
    }

    private static <T> T get(Answer<T> answer) {
        try {
            return answer.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @FunctionalInterface
    private interface Answer<T> {
        T get() throws ExecutionException, InterruptedException;
    }
}
