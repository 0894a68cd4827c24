package hk.itf.infra.testkit;

import hk.itf.model.event.EventHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads a topic from its beginning, without a consumer group. */
public final class TopicReader implements AutoCloseable {

    /** A record on the topic. */
    public record Event(EventHeaders headers, String key, String body) {

        static Event read(ConsumerRecord<String, byte[]> kafka) {
            return read(kafka.headers(), kafka.key(), kafka.value());
        }

        public static Event read(ProducerRecord<String, byte[]> kafka) {
            return read(kafka.headers(), kafka.key(), kafka.value());
        }

        private static Event read(Headers kafka, String key, byte[] value) {
            var headers = EventHeaders.read(name -> {
                var header = kafka.lastHeader(name);
                return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
            });
            return new Event(headers, key, new String(value, StandardCharsets.UTF_8));
        }
    }

    private static final Duration TIMEOUT = Duration.ofSeconds(15);

    private final KafkaConsumer<String, byte[]> kafka;

    private TopicReader(String topic) {
        kafka = new KafkaConsumer<>(
                Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, StackResource.bootstrapServers()),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        var partitions = kafka.partitionsFor(topic).stream()
                .map(each -> new TopicPartition(topic, each.partition()))
                .toList();
        kafka.assign(partitions);
    }

    public static TopicReader of(String topic) {
        return new TopicReader(topic);
    }

    /** The values of all records that the topic holds now, of any kind. */
    public static List<String> valuesOf(String topic) {
        try (var reader = new TopicReader(topic)) {
            var kafka = reader.kafka;
            kafka.seekToBeginning(kafka.assignment());
            var ends = kafka.endOffsets(kafka.assignment());
            var values = new ArrayList<String>();
            while (ends.entrySet().stream().anyMatch(end -> kafka.position(end.getKey()) < end.getValue())) {
                for (var each : kafka.poll(Duration.ofMillis(100))) {
                    values.add(each.value() == null ? "" : new String(each.value(), StandardCharsets.UTF_8));
                }
            }
            return values;
        }
    }

    /**
     * The events of one aggregate up to and including the first that matches. Events of other aggregates are left out.
     */
    public List<Event> eventsUntil(String aggregateId, Predicate<Event> last) {
        kafka.seekToBeginning(kafka.assignment());
        var found = new ArrayList<Event>();
        var end = System.nanoTime() + TIMEOUT.toNanos();
        while (System.nanoTime() < end) {
            for (var each : kafka.poll(Duration.ofMillis(100))) {
                if (aggregateId.equals(each.key())) {
                    var event = Event.read(each);
                    found.add(event);
                    if (last.test(event)) {
                        return found;
                    }
                }
            }
        }
        throw new AssertionError("The last event did not arrive within %s; arrived: %s".formatted(TIMEOUT, found));
    }

    @Override
    public void close() {
        kafka.close();
    }
}
