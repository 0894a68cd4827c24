package hk.itf.model.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** The id of a hold. */
public record HoldId(@JsonValue UUID value) {

    @JsonCreator
    public static HoldId of(String text) {
        return new HoldId(Uuids.parse(text));
    }

    public static HoldId of(UUID value) {
        return new HoldId(value);
    }

    public static HoldId next() {
        return new HoldId(Uuids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
