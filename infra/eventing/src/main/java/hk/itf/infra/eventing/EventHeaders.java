package hk.itf.infra.eventing;

import hk.itf.model.event.AggregateKey;
import hk.itf.model.id.Uuids;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** CloudEvents 1.0 in Kafka's binary mode: attributes are headers, the body is the event's JSON. */
final class EventHeaders {

    /** A record that is not an event of ours. */
    static final class NotAnEventException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotAnEventException(String what) {
            super(what);
        }
    }

    /** One row of the log on its way out. */
    record Outgoing(
            long position,
            UUID id,
            AggregateKey aggregate,
            long sequence,
            int epoch,
            String type,
            String topic,
            String body,
            @Nullable String correlationId,
            @Nullable String traceparent,
            Instant recordedAt) {}

    private EventHeaders() {}

    static ProducerRecord<String, byte[]> write(String source, Outgoing event) {
        var kafka = new ProducerRecord<>(
                event.topic(), event.aggregate().id(), event.body().getBytes(StandardCharsets.UTF_8));
        var headers = kafka.headers();
        put(headers, "ce_specversion", "1.0");
        put(headers, "ce_id", event.id().toString());
        put(headers, "ce_source", "urn:itf:" + source);
        put(headers, "ce_type", event.type());
        put(headers, "ce_subject", event.aggregate().id());
        put(headers, "ce_time", event.recordedAt().toString());
        put(headers, "ce_aggregatetype", event.aggregate().type());
        put(headers, "ce_sequence", Long.toString(event.sequence()));
        put(headers, "ce_epoch", Integer.toString(event.epoch()));
        put(headers, "content-type", "application/json");
        if (event.correlationId() != null) {
            put(headers, "ce_correlationid", event.correlationId());
        }
        if (event.traceparent() != null) {
            put(headers, "traceparent", event.traceparent());
        }
        return kafka;
    }

    /** @throws NotAnEventException when a header we need is missing or wrong */
    static IncomingEvent read(ConsumerRecord<String, byte[]> kafka) {
        var headers = kafka.headers();
        var source = need(headers, "ce_source");
        if (!source.startsWith("urn:itf:") || kafka.value() == null || kafka.key() == null) {
            throw new NotAnEventException("no key, no body or a strange source");
        }
        try {
            var sequence = Long.parseLong(need(headers, "ce_sequence"));
            if (sequence < 1) {
                throw new NotAnEventException("sequences start at one");
            }
            return new IncomingEvent(
                    source.substring("urn:itf:".length()),
                    new AggregateKey(need(headers, "ce_aggregatetype"), need(headers, "ce_subject")),
                    sequence,
                    Integer.parseInt(need(headers, "ce_epoch")),
                    Uuids.parse(need(headers, "ce_id")),
                    need(headers, "ce_type"),
                    new String(kafka.value(), StandardCharsets.UTF_8),
                    get(headers, "ce_correlationid"),
                    get(headers, "traceparent"));
        } catch (IllegalArgumentException e) {
            throw new NotAnEventException("a header is malformed");
        }
    }

    private static void put(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    private static @Nullable String get(Headers headers, String name) {
        var header = headers.lastHeader(name);
        return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }

    private static String need(Headers headers, String name) {
        var value = get(headers, name);
        if (value == null || value.isBlank() || value.length() > 256 || value.indexOf('\u0000') >= 0) {
            throw new NotAnEventException("header " + name + " is missing or malformed");
        }
        return value;
    }
}
