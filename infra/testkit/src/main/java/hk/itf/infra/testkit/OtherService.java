package hk.itf.infra.testkit;

import hk.itf.model.event.DomainEvent;
import hk.itf.model.event.EventCodec;
import hk.itf.model.event.EventHash;
import hk.itf.model.event.EventHeaders;
import hk.itf.model.id.Uuids;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Sends events as another service: numbered per aggregate and chained by their hashes, and on request again, out of order or broken.
 * Close it when the test ends, so that a forgotten use fails.
 */
public final class OtherService implements AutoCloseable {

    /** An event with its number, sent or ready to be sent. */
    public record Sent(ProducerRecord<String, byte[]> kafka) {}

    private final String source;
    private final Map<String, Long> sequences = new HashMap<>();
    private final Map<String, String> lastHashes = new HashMap<>();
    private int epoch = 1;
    private boolean closed;

    private OtherService(String source) {
        this.source = source;
    }

    /** @param source such as {@code assessment} */
    public static OtherService named(String source) {
        return new OtherService(source);
    }

    /** Another sender of the same name, who goes on from the same last events: its next event contends for the same number. */
    public OtherService twin() {
        var twin = new OtherService(source);
        twin.sequences.putAll(sequences);
        twin.lastHashes.putAll(lastHashes);
        twin.epoch = epoch;
        return twin;
    }

    /** Sends the next event of its aggregate. */
    public Sent send(DomainEvent event) {
        return transmit(prepare(event));
    }

    /** Numbers the event without sending it, so that a test can send it later, after its successors, or never. */
    public Sent prepare(DomainEvent event) {
        return number(event, EventCodec.typeOf(event.getClass()), EventCodec.encode(event));
    }

    /** Sends the next event of the aggregate with a body that consumers cannot read. */
    public Sent sendBroken(DomainEvent event, String body) {
        return transmit(number(event, EventCodec.typeOf(event.getClass()), body));
    }

    /** Sends the next event of the aggregate under a type that consumers do not know. */
    public Sent sendUnknown(DomainEvent event, String type) {
        return transmit(number(event, type, EventCodec.encode(event)));
    }

    /** Starts a new epoch, as after a restore from a backup that holds no events: numbers start again from 1. */
    public void startNewEpoch() {
        epoch++;
        sequences.clear();
        lastHashes.clear();
    }

    /** Starts a new epoch, as after a restore from a backup that holds all events. */
    public void continueInNewEpoch() {
        epoch++;
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
            throw new IllegalStateException("the service " + source + " is closed");
        }
        try {
            StackResource.producer().send(prepared.kafka()).get();
            return prepared;
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private Sent number(DomainEvent event, String type, String body) {
        var sequence = sequences.merge(event.aggregate().toString(), 1L, Long::sum);
        var kafka = new ProducerRecord<>(
                EventCodec.topicOf(event.getClass()), event.aggregate().id(), body.getBytes(StandardCharsets.UTF_8));
        var now = Clock.systemUTC().instant();
        var predecessor = lastHashes.getOrDefault(event.aggregate().toString(), EventHash.NONE);
        var headers = new EventHeaders(
                source, event.aggregate(), sequence, epoch, Uuids.next(), type, now, null, null, predecessor);
        lastHashes.put(event.aggregate().toString(), Objects.requireNonNull(EventHash.of(headers, body)));
        headers.toMap().forEach((name, value) -> kafka.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return new Sent(kafka);
    }

    /** Refuses further events. The producer stays open: all services of the test share it. */
    @Override
    public void close() {
        closed = true;
    }
}
