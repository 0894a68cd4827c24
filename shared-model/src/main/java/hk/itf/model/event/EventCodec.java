package hk.itf.model.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Events to JSON and back. Every event type of the sealed families is known by its wire name; properties added within a
 * version are ignored by older readers, everything else is strict.
 */
public final class EventCodec {

    private static final ObjectMapper JSON = mapper();
    private static final Map<String, Class<? extends DomainEvent>> BY_TYPE = index();

    /** A body that is not the event its type says. */
    public static final class UnreadableEventException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        UnreadableEventException(String type, Throwable cause) {
            super("not readable as " + type, cause);
        }
    }

    private EventCodec() {}

    /** The mapper that stores values in JSON columns and hashes them; never the one that reads requests. */
    public static ObjectMapper json() {
        return JSON;
    }

    public static String encode(DomainEvent event) {
        return write(event);
    }

    public static String write(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not writable as JSON: " + value.getClass(), e);
        }
    }

    public static <T> T read(String json, Class<T> type) {
        try {
            return JSON.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new UnreadableEventException(type.getSimpleName(), e);
        }
    }

    /**
     * @return the event, or empty for a type this build does not know
     * @throws UnreadableEventException when the body is not that event
     */
    public static Optional<DomainEvent> decode(String type, String body) {
        Class<? extends DomainEvent> known = BY_TYPE.get(type);
        return known == null ? Optional.empty() : Optional.of(read(body, known));
    }

    public static String typeOf(Class<? extends DomainEvent> event) {
        return annotation(event).value();
    }

    public static String topicOf(Class<? extends DomainEvent> event) {
        return topic(event).orElseThrow(() -> new IllegalArgumentException("no topic: " + event));
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

    private static Optional<String> topic(@Nullable Class<?> type) {
        if (type == null) {
            return Optional.empty();
        }
        Topic topic = type.getAnnotation(Topic.class);
        if (topic != null) {
            return Optional.of(topic.value());
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

    private static ObjectMapper mapper() {
        return JsonMapper.builder()
                .addModule(new JavaTimeModule())
                .addModule(new Jdk8Module())
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .build();
    }
}
