package hk.itf.model.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** The id of a review case. */
public record ReviewCaseId(@JsonValue UUID value) {

    @JsonCreator
    public static ReviewCaseId of(String text) {
        return new ReviewCaseId(Uuids.parse(text));
    }

    public static ReviewCaseId of(UUID value) {
        return new ReviewCaseId(value);
    }

    public static ReviewCaseId next() {
        return new ReviewCaseId(Uuids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
