package hk.itf.infra.eventing.heads;

import hk.itf.infra.eventing.EventingSettings;
import hk.itf.infra.eventing.KafkaClients;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/** How far the replicas of this service have read a topic, as the broker knows it. */
@ApplicationScoped
class ReadProgress {

    private static final long SECONDS = KafkaClients.DELIVERY.toSeconds();

    private final KafkaClients kafka;
    private final EventingSettings settings;

    ReadProgress(KafkaClients kafka, EventingSettings settings) {
        this.kafka = kafka;
        this.settings = settings;
    }

    /** Whether this service has read everything that was sent on the topic before the instant. */
    boolean hasRead(String topic, Instant until) throws InterruptedException, ExecutionException, TimeoutException {
        try (var admin = kafka.admin()) {
            var required = offsetsAt(admin, topic, until);
            var committed = admin.listConsumerGroupOffsets(settings.group())
                    .partitionsToOffsetAndMetadata()
                    .get(SECONDS, TimeUnit.SECONDS);
            return required.entrySet().stream().allMatch(each -> {
                var read = committed.get(each.getKey());
                return (read == null ? 0 : read.offset()) >= each.getValue();
            });
        }
    }

    /** The offset of the first record that is not older than the instant, or the end, of each partition. */
    private static Map<TopicPartition, Long> offsetsAt(Admin admin, String topic, Instant instant)
            throws InterruptedException, ExecutionException, TimeoutException {
        var atInstant = new HashMap<TopicPartition, OffsetSpec>();
        var atEnd = new HashMap<TopicPartition, OffsetSpec>();
        var description = admin.describeTopics(List.of(topic)).allTopicNames().get(SECONDS, TimeUnit.SECONDS);
        for (var partition : Objects.requireNonNull(description.get(topic)).partitions()) {
            var place = new TopicPartition(topic, partition.partition());
            atInstant.put(place, OffsetSpec.forTimestamp(instant.toEpochMilli()));
            atEnd.put(place, OffsetSpec.latest());
        }
        var offsets = new HashMap<TopicPartition, Long>();
        admin.listOffsets(atEnd)
                .all()
                .get(SECONDS, TimeUnit.SECONDS)
                .forEach((place, end) -> offsets.put(place, end.offset()));
        admin.listOffsets(atInstant).all().get(SECONDS, TimeUnit.SECONDS).forEach((place, found) -> {
            if (found.offset() >= 0) {
                offsets.put(place, found.offset());
            }
        });
        return offsets;
    }
}
