package hk.itf.model.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** The id of an envelope: the money of one scheme in one financial year. */
public record EnvelopeId(@JsonValue UUID value) {

    @JsonCreator
    public static EnvelopeId of(String text) {
        return new EnvelopeId(Uuids.parse(text));
    }

    public static EnvelopeId of(UUID value) {
        return new EnvelopeId(value);
    }

    public static EnvelopeId next() {
        return new EnvelopeId(Uuids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
