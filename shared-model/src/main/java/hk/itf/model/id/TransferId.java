package hk.itf.model.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** A movement in the books, derived from what caused it: a replay is the same transfer. */
public record TransferId(@JsonValue UUID value) {

    @JsonCreator
    public static TransferId of(String text) {
        return new TransferId(Uuids.parse(text));
    }

    /**
     * @param reason why money moved
     * @param cause what is behind it, such as an attempt, a version of an award, a top-up, a receivable or a year end
     */
    public static TransferId of(String reason, String cause) {
        return new TransferId(Uuids.derived("transfer", reason, cause));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
