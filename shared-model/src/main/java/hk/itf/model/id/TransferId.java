package hk.itf.model.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** The id of a transfer in the ledger. It is derived from the cause, so that a replay makes the same transfer. */
public record TransferId(@JsonValue UUID value) {

    @JsonCreator
    public static TransferId of(String text) {
        return new TransferId(Uuids.parse(text));
    }

    /**
     * Derives the id.
     *
     * @param reason the reason of the transfer
     * @param cause the id of the cause, such as an attempt, an award version, a top-up, a receivable or a year end
     */
    public static TransferId of(String reason, String cause) {
        return new TransferId(Uuids.derived("transfer", reason, cause));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
