package hk.itf.model.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/**
 * A natural person, by a stable pseudonym from the identity provider's mandatory {@code person} claim. Two accounts of
 * one person are one person; the name behind it never enters a topic.
 */
public record PersonId(@JsonValue UUID value) {

    /** The platform itself, where no person acted: a deadline that passed, money that became available. */
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
