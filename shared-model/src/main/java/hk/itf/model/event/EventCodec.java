package hk.itf.model.event;

import hk.itf.model.json.Json;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Writes events as JSON and reads them. Every event type has its wire name. Unknown properties are ignored, because a version
 * may gain optional ones; everything else is strict.
 */
public final class EventCodec {

    private static final Map<String, Class<? extends DomainEvent>> BY_TYPE = index();

    /** The body does not match its event type. */
    public static final class UnreadableEventException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        UnreadableEventException(String type, Throwable cause) {
            super("not readable as " + type, cause);
        }
    }

    private EventCodec() {}

    public static String encode(DomainEvent event) {
        return Json.write(event);
    }

    /**
     * Reads an event; empty for a type that this build does not know.
     *
     * @throws UnreadableEventException when the body does not match the type
     */
    public static Optional<DomainEvent> decode(String type, String body) {
        Class<? extends DomainEvent> known = BY_TYPE.get(type);
        if (known == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(Json.read(body, known));
        } catch (Json.UnreadableJsonException e) {
            throw new UnreadableEventException(type, e);
        }
    }

    public static String typeOf(Class<? extends DomainEvent> event) {
        return annotation(event).value();
    }

    public static String topicOf(Class<? extends DomainEvent> event) {
        return topic(event)
                .orElseThrow(() -> new IllegalArgumentException("no topic: " + event))
                .value();
    }

    /** The service that may send events on the topic; empty for a topic of no family. */
    public static Optional<String> sourceOf(String topic) {
        return Arrays.stream(DomainEvent.class.getPermittedSubclasses())
                .map(family -> family.getAnnotation(Topic.class))
                .filter(each -> each.value().equals(topic))
                .map(Topic::source)
                .findFirst();
    }

    /** Every event type by its wire name, in the order of the sealed families. */
    public static Map<String, Class<? extends DomainEvent>> types() {
        return Collections.unmodifiableMap(BY_TYPE);
    }

    private static EventType annotation(Class<? extends DomainEvent> event) {
        EventType type = event.getAnnotation(EventType.class);
        if (type == null) {
            throw new IllegalArgumentException("no wire name: " + event);
        }
        return type;
    }

    private static Optional<Topic> topic(@Nullable Class<?> type) {
        if (type == null) {
            return Optional.empty();
        }
        Topic topic = type.getAnnotation(Topic.class);
        if (topic != null) {
            return Optional.of(topic);
        }
        for (var parent : type.getInterfaces()) {
            var found = topic(parent);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static Map<String, Class<? extends DomainEvent>> index() {
        var index = new LinkedHashMap<String, Class<? extends DomainEvent>>();
        collect(DomainEvent.class, index);
        return index;
    }

    private static void collect(Class<?> type, Map<String, Class<? extends DomainEvent>> index) {
        if (type.isRecord()) {
            var event = type.asSubclass(DomainEvent.class);
            if (index.put(annotation(event).value(), event) != null) {
                throw new IllegalStateException(
                        "two events share the name " + annotation(event).value());
            }
        } else {
            for (var permitted : type.getPermittedSubclasses()) {
                collect(permitted, index);
            }
        }
    }
}
