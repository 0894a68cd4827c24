package hk.itf.model.event;

import hk.itf.model.id.Uuids;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The headers of an event on its topic: CloudEvents 1.0 in Kafka's binary mode, where the body is the JSON of the event.
 *
 * @param source the service that sends the event, such as {@code applications}
 * @param aggregate the aggregate of the event
 * @param sequence the number of the event among those of its source and aggregate, from 1, without gaps
 * @param epoch the epoch of the source; a restore from a backup starts a new epoch
 * @param id the id of the event; a repeated sending keeps the id
 * @param type the wire name, such as {@code itf.application.submitted.v1}
 * @param time the time of recording; null when the headers come from a topic, where consumers ignore the time
 * @param correlationId the correlation id of the request that caused the event
 * @param traceparent the W3C trace context in which the event was recorded
 * @param predecessorHash the {@link EventHash} of the event before in the stream, {@link EventHash#NONE} for the first; null when an
 *     older build has sent the event
 */
public record EventHeaders(
        String source,
        AggregateKey aggregate,
        long sequence,
        int epoch,
        UUID id,
        String type,
        @Nullable Instant time,
        @Nullable String correlationId,
        @Nullable String traceparent,
        @Nullable String predecessorHash) {

    private static final String SOURCE_PREFIX = "urn:itf:";
    private static final int LONGEST_VALUE = 256;
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    /** Headers of a new event without correlation id or trace, which names {@link EventHash#NONE} as its predecessor. */
    public static EventHeaders of(String source, AggregateKey aggregate, long sequence, String type, Instant time) {
        return new EventHeaders(source, aggregate, sequence, 1, Uuids.next(), type, time, null, null, EventHash.NONE);
    }

    /** The headers by their names on the wire. */
    public Map<String, String> toMap() {
        var headers = new LinkedHashMap<String, String>();
        headers.put("ce_specversion", "1.0");
        headers.put("ce_id", id.toString());
        headers.put("ce_source", SOURCE_PREFIX + source);
        headers.put("ce_type", type);
        headers.put("ce_subject", aggregate.id());
        putUnlessNull(headers, "ce_time", time);
        headers.put("ce_aggregatetype", aggregate.type());
        headers.put("ce_sequence", Long.toString(sequence));
        headers.put("ce_epoch", Integer.toString(epoch));
        headers.put("content-type", "application/json");
        putUnlessNull(headers, "ce_correlationid", correlationId);
        putUnlessNull(headers, "traceparent", traceparent);
        putUnlessNull(headers, "ce_predecessorhash", predecessorHash);
        return headers;
    }

    /**
     * Reads the headers of a record.
     *
     * @param header the value of a header by its name; null when the record has no such header
     * @throws IllegalArgumentException when a mandatory header is missing or a header is malformed: blank, longer than 256
     *     characters or with U+0000
     */
    public static EventHeaders read(Function<String, @Nullable String> header) {
        var source = mandatory(header, "ce_source");
        if (!source.startsWith(SOURCE_PREFIX)) {
            throw new IllegalArgumentException("the header ce_source does not start with " + SOURCE_PREFIX);
        }
        return new EventHeaders(
                source.substring(SOURCE_PREFIX.length()),
                new AggregateKey(mandatory(header, "ce_aggregatetype"), mandatory(header, "ce_subject")),
                positive(mandatory(header, "ce_sequence")),
                number(mandatory(header, "ce_epoch")),
                id(mandatory(header, "ce_id")),
                mandatory(header, "ce_type"),
                null,
                optional(header, "ce_correlationid"),
                optional(header, "traceparent"),
                hash(optional(header, "ce_predecessorhash")));
    }

    private static void putUnlessNull(Map<String, String> headers, String name, @Nullable Object value) {
        if (value != null) {
            headers.put(name, value.toString());
        }
    }

    private static String mandatory(Function<String, @Nullable String> header, String name) {
        var value = header.apply(name);
        if (value == null || value.isBlank() || !storable(value)) {
            throw new IllegalArgumentException("the header " + name + " is missing or malformed");
        }
        return value;
    }

    private static @Nullable String optional(Function<String, @Nullable String> header, String name) {
        var value = header.apply(name);
        if (value != null && !storable(value)) {
            throw new IllegalArgumentException("the header " + name + " is malformed");
        }
        return value;
    }

    /** PostgreSQL stores no text with U+0000. */
    private static boolean storable(String value) {
        return value.length() <= LONGEST_VALUE && value.indexOf('\u0000') < 0;
    }

    private static long positive(String text) {
        try {
            var number = Long.parseLong(text);
            if (number > 0) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // refused below
        }
        throw new IllegalArgumentException("the header ce_sequence is not a whole number from 1");
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("the header ce_epoch is not a whole number", e);
        }
    }

    private static @Nullable String hash(@Nullable String text) {
        if (text != null && !HASH.matcher(text).matches()) {
            throw new IllegalArgumentException("the header ce_predecessorhash is not a SHA-256 in hexadecimal");
        }
        return text;
    }

    private static UUID id(String text) {
        try {
            return Uuids.parse(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("the header ce_id is not a UUID", e);
        }
    }
}
