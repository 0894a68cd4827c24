package hk.itf.infra.benchmark.floor;

import hk.itf.infra.benchmark.BenchmarkException;
import hk.itf.infra.benchmark.LocalPlatform;
import hk.itf.infra.benchmark.load.Latencies;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** The time from sending a record of 600 bytes, acknowledged by all replicas, until a consumer has it. One at a time. */
public final class KafkaFloor {

    private static final String TOPIC = "bench.floor";
    private static final int BYTES = 600;
    private static final Duration PAUSE = Duration.ofMillis(5);
    private static final int WARM_UP = 100;

    private KafkaFloor() {}

    public static Latencies measure(LocalPlatform platform, Duration duration) {
        var servers = "127.0.0.1:" + platform.ports().kafka();
        createTopic(servers);
        var latencies = new Latencies();
        try (var producer = new KafkaProducer<>(
                        Map.<String, Object>of("bootstrap.servers", servers, "acks", "all", "linger.ms", 0),
                        new ByteArraySerializer(),
                        new ByteArraySerializer());
                var consumer = new KafkaConsumer<>(
                        Map.<String, Object>of("bootstrap.servers", servers, "fetch.min.bytes", 1),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer())) {
            var partition = List.of(new TopicPartition(TOPIC, 0));
            consumer.assign(partition);
            consumer.seekToEnd(partition);
            consumer.position(partition.getFirst());
            var end = Long.MAX_VALUE;
            for (var i = 0; System.nanoTime() < end; i++) {
                if (i == WARM_UP) {
                    end = System.nanoTime() + duration.toNanos();
                }
                var start = System.nanoTime();
                var _ = producer.send(new ProducerRecord<>(TOPIC, 0, null, new byte[BYTES]));
                while (consumer.poll(Duration.ofSeconds(1)).isEmpty()) {
                    if (System.nanoTime() - start > Duration.ofSeconds(30).toNanos()) {
                        throw new BenchmarkException("A record of the floor did not arrive within 30 s.");
                    }
                }
                if (i >= WARM_UP) {
                    latencies.record(System.nanoTime() - start);
                }
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
        return latencies;
    }

    private static void createTopic(String servers) {
        try (var admin = Admin.create(Map.of("bootstrap.servers", servers))) {
            if (!admin.listTopics().names().get().contains(TOPIC)) {
                admin.createTopics(List.of(new NewTopic(TOPIC, 1, (short) 1)))
                        .all()
                        .get();
            }
        } catch (ExecutionException e) {
            throw new BenchmarkException("The topic of the floor cannot be created: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchmarkException("The measurement was interrupted.", e);
        }
    }
}
