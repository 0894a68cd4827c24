package hk.itf.model.event;

import hk.itf.model.json.Sha256;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Hashes that chain the events of a stream: SHA-256, as 64 lower-case hexadecimal digits. The hash of an event covers the event and the
 * hash of its predecessor, so that two services that know the same last hash know the same history. The SQL functions {@code
 * event_hash} and {@code recorded_hash} compute the same.
 */
public final class EventHash {

    /** Takes the place of the predecessor's hash in the first event of a stream. */
    public static final String NONE = "0".repeat(64);

    private EventHash() {}

    /** The hash of what an event says, without its place in the stream. */
    public static String ofContent(AggregateKey aggregate, UUID id, String type, String body) {
        return Sha256.of(String.join("\n", id.toString(), type, aggregate.type(), aggregate.id(), body));
    }

    /**
     * The hash of a received event.
     *
     * @param body the JSON text, as received
     * @return null when the event does not name its predecessor: an older build has sent it
     */
    public static @Nullable String of(EventHeaders headers, String body) {
        var predecessor = headers.predecessorHash();
        return predecessor == null
                ? null
                : of(
                        predecessor,
                        headers.sequence(),
                        ofContent(headers.aggregate(), headers.id(), headers.type(), body));
    }

    /**
     * The hash of an event at its place in the stream.
     *
     * @param predecessor the hash of the event before, {@link #NONE} for the first
     * @param sequence the number of the event, from 1
     * @param content see {@link #ofContent}
     */
    public static String of(String predecessor, long sequence, String content) {
        return Sha256.of(String.join("\n", predecessor, Long.toString(sequence), content));
    }
}
