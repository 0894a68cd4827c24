package hk.itf.model.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** The id of a tranche, the same in all award versions. */
public record TrancheId(@JsonValue UUID value) {

    @JsonCreator
    public static TrancheId of(String text) {
        return new TrancheId(Uuids.parse(text));
    }

    public static TrancheId of(UUID value) {
        return new TrancheId(value);
    }

    public static TrancheId next() {
        return new TrancheId(Uuids.next());
    }

    /** The id of the advance of this tranche. Every service derives the same id. */
    public TrancheId advance() {
        return new TrancheId(Uuids.derived("advance", value.toString()));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
