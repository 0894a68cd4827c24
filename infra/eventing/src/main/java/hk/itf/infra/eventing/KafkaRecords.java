package hk.itf.infra.eventing;

import hk.itf.model.event.EventHeaders;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** Turns events into Kafka records and back. The key is the id of the aggregate. */
final class KafkaRecords {

    /** The record is not an event of this platform. */
    static final class NotAnEventException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotAnEventException(String reason) {
            super(reason);
        }
    }

    /** An event on the way from the log to the broker, with its position in the log. */
    record Outgoing(long position, String topic, EventHeaders headers, String body) {}

    private KafkaRecords() {}

    static ProducerRecord<String, byte[]> write(Outgoing event) {
        var kafka = new ProducerRecord<>(
                event.topic(), event.headers().aggregate().id(), event.body().getBytes(StandardCharsets.UTF_8));
        event.headers()
                .toMap()
                .forEach((name, value) -> kafka.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return kafka;
    }

    /** @throws NotAnEventException when the key, the body or a mandatory header is missing or malformed */
    static IncomingEvent read(ConsumerRecord<String, byte[]> kafka) {
        if (kafka.value() == null || kafka.key() == null) {
            throw new NotAnEventException("the record has no key or no body");
        }
        try {
            var headers = EventHeaders.read(name -> header(kafka.headers(), name));
            return new IncomingEvent(headers, new String(kafka.value(), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            throw new NotAnEventException(String.valueOf(e.getMessage()));
        }
    }

    private static @Nullable String header(Headers headers, String name) {
        var header = headers.lastHeader(name);
        return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }
}
