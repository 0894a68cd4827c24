package hk.itf.infra.eventing;

import hk.itf.model.event.EventHeaders;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Turns events of this service into Kafka records. The key is the id of the aggregate. */
final class KafkaRecords {

    /**
     * An event on the way from the log to the broker.
     *
     * @param position its position in the log
     * @param republished whether it was sent before
     */
    record Outgoing(long position, String topic, EventHeaders headers, String body, boolean republished) {}

    private KafkaRecords() {}

    static ProducerRecord<String, byte[]> write(Outgoing event) {
        var kafka = new ProducerRecord<>(
                event.topic(), event.headers().aggregate().id(), event.body().getBytes(StandardCharsets.UTF_8));
        event.headers()
                .toMap()
                .forEach((name, value) -> kafka.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return kafka;
    }
}
