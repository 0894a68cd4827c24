package hk.itf.infra.eventing.inbox;

import hk.itf.infra.eventing.Failures;
import hk.itf.model.event.DomainEvent;
import hk.itf.model.event.EventCodec;
import hk.itf.model.event.EventCodec.UnreadableEventException;
import hk.itf.model.event.EventHeaders;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Reads Kafka records as events, and trusts none of them: everybody who can write to a topic can write any bytes. A service sends only on
 * its own topic and only the types of its own family; the key, the subject and the body name the same aggregate.
 */
@ApplicationScoped
class EventReader {

    private final EventTypes types;

    EventReader(EventTypes types) {
        this.types = types;
    }

    /**
     * Reads a record. The content of an event whose type this build does not know is not read.
     *
     * @throws NotAnEventException for every other record
     */
    IncomingEvent read(ConsumerRecord<byte[], byte[]> record) {
        try {
            return readEvent(record);
        } catch (NotAnEventException e) {
            throw e;
        } catch (UnreadableEventException e) {
            throw new NotAnEventException("the body is " + e.getMessage() + ": " + Failures.reason(e), e);
        } catch (RuntimeException | StackOverflowError e) {
            throw new NotAnEventException(Failures.reason(e), e);
        }
    }

    /**
     * Reads the content of an event that waited. The build that stored it may not have known the type.
     *
     * @throws NotAnEventException when the source may not send the event, or the body is about another aggregate
     */
    Optional<DomainEvent> content(IncomingEvent event) {
        if (event.content() != null) {
            return Optional.of(event.content());
        }
        var content = types.decode(event.type(), event.body());
        content.ifPresent(known -> requireFrom(event.headers(), known));
        return content;
    }

    private IncomingEvent readEvent(ConsumerRecord<byte[], byte[]> record) {
        var key = text(record.key(), "key");
        var body = text(record.value(), "body");
        var headers = EventHeaders.read(name -> header(record, name));
        if (!EventCodec.sourceOf(record.topic()).equals(Optional.of(headers.source()))) {
            throw new NotAnEventException(
                    "the source %s may not send on the topic %s".formatted(headers.source(), record.topic()));
        }
        if (!key.equals(headers.aggregate().id())) {
            throw new NotAnEventException("the key is not the header ce_subject");
        }
        var content = types.decode(headers.type(), body);
        content.ifPresent(known -> requireFrom(headers, known));
        return new IncomingEvent(headers, body, content.orElse(null));
    }

    private static void requireFrom(EventHeaders headers, DomainEvent content) {
        var topic = EventCodec.topicOf(content.getClass());
        if (!EventCodec.sourceOf(topic).equals(Optional.of(headers.source()))) {
            throw new NotAnEventException(
                    "the source %s may not send the type %s".formatted(headers.source(), headers.type()));
        }
        if (!content.aggregate().equals(headers.aggregate())) {
            throw new NotAnEventException("the body is about %s, the headers are about %s"
                    .formatted(content.aggregate(), headers.aggregate()));
        }
    }

    private static @Nullable String header(ConsumerRecord<byte[], byte[]> record, String name) {
        var header = record.headers().lastHeader(name);
        return header == null ? null : text(header.value(), "header " + name);
    }

    private static String text(byte @Nullable [] bytes, String what) {
        if (bytes == null) {
            throw new NotAnEventException("the %s is null".formatted(what));
        }
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            if (text.indexOf('\u0000') >= 0) {
                throw new NotAnEventException("the %s contains U+0000".formatted(what));
            }
            return text;
        } catch (CharacterCodingException e) {
            throw new NotAnEventException("the %s is not UTF-8".formatted(what), e);
        }
    }
}
