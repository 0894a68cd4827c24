package hk.itf.model.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** The id of a grant. The application, the award and the Kafka key use the same id. */
public record GrantId(@JsonValue UUID value) {

    @JsonCreator
    public static GrantId of(String text) {
        return new GrantId(Uuids.parse(text));
    }

    public static GrantId of(UUID value) {
        return new GrantId(value);
    }

    public static GrantId next() {
        return new GrantId(Uuids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
