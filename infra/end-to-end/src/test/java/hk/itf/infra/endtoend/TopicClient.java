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
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Reads and writes the topics of the broker directly, as no service may. */
final class TopicClient implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Longer than a relay or an event loop sleeps, so an event caused by the last events would have been sent. */
    private static final Duration QUIET = Duration.ofSeconds(2);

    private final Admin admin;
    private final KafkaConsumer<String, byte[]> consumer;
    private final KafkaProducer<String, byte[]> producer;

    TopicClient(LocalStack stack) {
        Map<String, Object> broker = Map.of("bootstrap.servers", stack.bootstrapServers());
        admin = Admin.create(broker);
        consumer = new KafkaConsumer<>(broker, new StringDeserializer(), new ByteArrayDeserializer());
        producer = new KafkaProducer<>(broker, new StringSerializer(), new ByteArraySerializer());
    }

    /** All records of all topics, partition by partition. */
    List<ConsumerRecord<String, byte[]>> readAll() {
        var ends = ends();
        consumer.assign(ends.keySet());
        consumer.seekToBeginning(ends.keySet());
        var records = new ArrayList<ConsumerRecord<String, byte[]>>();
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            consumer.poll(Duration.ofMillis(200)).forEach(records::add);
        }
        return records;
    }

    /** Sends the same records again, with the same keys, headers, bodies and partitions. */
    void sendAgain(List<ConsumerRecord<String, byte[]>> records) {
        records.forEach(each ->
                send(new ProducerRecord<>(each.topic(), each.partition(), each.key(), each.value(), each.headers())));
    }

    /** Sends an event with the headers of applications-service and any body. */
    void sendAsApplications(UUID grant, long sequence, String type, String body) {
        var event = new ProducerRecord<>("itf.applications", grant.toString(), body.getBytes(StandardCharsets.UTF_8));
        var now = Clock.systemUTC().instant();
        EventHeaders.of("applications", AggregateKey.grant(grant), sequence, type, now)
                .toMap()
                .forEach((name, value) -> event.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        send(event);
    }

    /** Sends records that are no events to all topics: random keys, values and headers, some of them null. Returns their number. */
    int sendOddRecords(Random random, int count) {
        for (var i = 0; i < count; i++) {
            var topic = LocalKafka.TOPICS.get(random.nextInt(LocalKafka.TOPICS.size()));
            var record = new ProducerRecord<>(
                    topic,
                    random.nextInt(LocalKafka.PARTITIONS),
                    random.nextInt(4) == 0 ? null : UUID.randomUUID().toString(),
                    oddBytes(random));
            for (var name :
                    List.of("ce_id", "ce_source", "ce_type", "ce_subject", "ce_sequence", "ce_epoch", "other")) {
                if (random.nextBoolean()) {
                    record.headers().add(name, oddBytes(random));
                }
            }
            record.headers().add("number", Integer.toString(i).getBytes(StandardCharsets.UTF_8)); // no two are the same
            send(record);
        }
        return count;
    }

    private static byte[] oddBytes(Random random) {
        if (random.nextInt(5) == 0) {
            return null;
        }
        var bytes = new byte[random.nextInt(random.nextInt(20) == 0 ? 60_000 : 60)];
        random.nextBytes(bytes);
        return bytes;
    }

    /** Waits until this number of replicas of the service have partitions to read. */
    void awaitMembers(Service service, int members) {
        var group = "itf." + service.word();
        await("replicas of " + service)
                .atMost(PATIENCE)
                .until(() ->
                        get(() -> admin.describeConsumerGroups(List.of(group))
                                                .all()
                                                .get())
                                        .get(group)
                                        .members()
                                        .stream()
                                        .filter(each -> !each.assignment()
                                                .topicPartitions()
                                                .isEmpty())
                                        .count()
                                == members);
    }

    /** Sets the offsets of all services, which must not run, to the beginning of their topics. */
    void rewindAll() {
        for (var service : Service.values()) {
            var beginning = ends().keySet().stream()
                    .filter(partition -> !partition.topic().equals(topicOf(service)))
                    .collect(Collectors.toMap(Function.identity(), partition -> new OffsetAndMetadata(0)));
            await().atMost(PATIENCE)
                    .ignoreExceptions()
                    .until(() -> admin.alterConsumerGroupOffsets("itf." + service.word(), beginning)
                                    .all()
                                    .get()
                            == null);
        }
    }

    /** The number of records of all topics. */
    long count() {
        return ends().values().stream().mapToLong(Long::longValue).sum();
    }

    /** Waits until every service has committed all records and sends no further one. */
    void awaitAllConsumed() {
        producer.flush();
        await("consumers without lag").atMost(PATIENCE).during(QUIET).until(() -> lag() == 0);
    }

    @Override
    public void close() {
        producer.close();
        consumer.close();
        admin.close();
    }

    private void send(ProducerRecord<String, byte[]> event) {
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

    static String topicOf(Service service) {
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

    private static <T> T get(Request<T> request) {
        try {
            return request.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @FunctionalInterface
    private interface Request<T> {
        T get() throws ExecutionException, InterruptedException;
    }
}
