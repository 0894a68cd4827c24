package hk.itf.model.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/**
 * The id of a person: a stable pseudonym from the mandatory token claim {@code person}. All accounts of a person have the same
 * id. Names never enter a topic.
 */
public record PersonId(@JsonValue UUID value) {

    /** The platform, for acts without a person, such as a passed deadline. */
    public static final PersonId SYSTEM = new PersonId(new UUID(0L, 0L));

    @JsonCreator
    public static PersonId of(String text) {
        return new PersonId(Uuids.parse(text));
    }

    public static PersonId of(UUID value) {
        return new PersonId(value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
