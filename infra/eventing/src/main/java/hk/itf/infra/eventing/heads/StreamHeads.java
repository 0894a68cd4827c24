package hk.itf.infra.eventing.heads;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Some of the streams of a service with the last event of each: one record on the topic of the heads of that service.
 *
 * @param readAt when the service read them from its database
 */
record StreamHeads(Instant readAt, List<Head> heads) {

    private static final String PREFIX = "itf.";
    private static final String SUFFIX = ".heads";

    /**
     * The last event of a stream.
     *
     * @param type the type of the aggregate
     * @param id the id of the aggregate
     * @param sequence the number of the event
     * @param hash the hash of the event; null when the service does not know it
     */
    record Head(
            String type, String id, long sequence, @Nullable String hash) {}

    /** @param source the name of the service, such as {@code applications} */
    static String topicOf(String source) {
        return PREFIX + source + SUFFIX;
    }

    /** The service that publishes its heads on this topic; empty for a topic of events. */
    static Optional<String> sourceOf(String topic) {
        return topic.startsWith(PREFIX) && topic.endsWith(SUFFIX) && topic.length() > PREFIX.length() + SUFFIX.length()
                ? Optional.of(topic.substring(PREFIX.length(), topic.length() - SUFFIX.length()))
                : Optional.empty();
    }
}
