package hk.itf.model.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** The id of a paper in applications-service. */
public record PaperId(@JsonValue UUID value) {

    @JsonCreator
    public static PaperId of(String text) {
        return new PaperId(Uuids.parse(text));
    }

    public static PaperId of(UUID value) {
        return new PaperId(value);
    }

    public static PaperId next() {
        return new PaperId(Uuids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
