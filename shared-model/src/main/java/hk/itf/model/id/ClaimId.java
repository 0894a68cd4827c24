package hk.itf.model.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** The id of a claim. */
public record ClaimId(@JsonValue UUID value) {

    @JsonCreator
    public static ClaimId of(String text) {
        return new ClaimId(Uuids.parse(text));
    }

    public static ClaimId of(UUID value) {
        return new ClaimId(value);
    }

    public static ClaimId next() {
        return new ClaimId(Uuids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
