package hk.itf.infra.testkit;

import hk.itf.model.event.DomainEvent;
import hk.itf.model.event.EventCodec;
import hk.itf.model.event.EventHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Speaks on a topic as another service would: numbered per aggregate, and again, out of order or broken when a test says so. */
public final class OtherService implements AutoCloseable {

    /** An event as it was sent, to be sent again. */
    public record Sent(ProducerRecord<String, byte[]> kafka) {}

    private final String source;
    private final Map<String, Long> sequences = new HashMap<>();
    private boolean closed;

    private OtherService(String source) {
        this.source = source;
    }

    /** @param source such as {@code assessment} */
    public static OtherService named(String source) {
        return new OtherService(source);
    }

    /** Sends the next event of its aggregate. */
    public Sent send(DomainEvent event) {
        return transmit(prepare(event));
    }

    /** Gives the event its number without sending it: to be sent later, after its successors, or never. */
    public Sent prepare(DomainEvent event) {
        var sequence = sequences.merge(event.aggregate().toString(), 1L, Long::sum);
        return prepare(event, sequence, EventCodec.typeOf(event.getClass()), EventCodec.encode(event));
    }

    /** The next number of the event's aggregate, with another body: poison. */
    public Sent sendBroken(DomainEvent event, String body) {
        var sequence = sequences.merge(event.aggregate().toString(), 1L, Long::sum);
        return transmit(prepare(event, sequence, EventCodec.typeOf(event.getClass()), body));
    }

    public Sent sendAgain(Sent sent) {
        return transmit(new Sent(new ProducerRecord<>(
                sent.kafka().topic(),
                null,
                sent.kafka().key(),
                sent.kafka().value(),
                sent.kafka().headers())));
    }

    public Sent transmit(Sent prepared) {
        if (closed) {
            throw new IllegalStateException(source + " has hung up");
        }
        try {
            StackResource.producer().send(prepared.kafka()).get();
            return prepared;
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private Sent prepare(DomainEvent event, long sequence, String type, String body) {
        var kafka = new ProducerRecord<>(
                EventCodec.topicOf(event.getClass()), event.aggregate().id(), body.getBytes(StandardCharsets.UTF_8));
        EventHeaders.of(
                        source,
                        event.aggregate(),
                        sequence,
                        type,
                        Clock.systemUTC().instant())
                .toMap()
                .forEach((name, value) -> kafka.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return new Sent(kafka);
    }

    /** It says nothing more. The line is the stack's: hundreds of them would still be looking for a broker that is gone. */
    @Override
    public void close() {
        closed = true;
    }
}
