package hk.itf.model.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** The id of a review task. */
public record ReviewTaskId(@JsonValue UUID value) {

    @JsonCreator
    public static ReviewTaskId of(String text) {
        return new ReviewTaskId(Uuids.parse(text));
    }

    public static ReviewTaskId of(UUID value) {
        return new ReviewTaskId(value);
    }

    public static ReviewTaskId next() {
        return new ReviewTaskId(Uuids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
