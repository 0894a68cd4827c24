package hk.itf.model.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** The id of an amendment. */
public record AmendmentId(@JsonValue UUID value) {

    @JsonCreator
    public static AmendmentId of(String text) {
        return new AmendmentId(Uuids.parse(text));
    }

    public static AmendmentId of(UUID value) {
        return new AmendmentId(value);
    }

    public static AmendmentId next() {
        return new AmendmentId(Uuids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
