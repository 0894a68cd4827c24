package hk.itf.model.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** The id of a receivable. It is derived from the overpaid tranche, so that a replay raises the same receivable. */
public record ReceivableId(@JsonValue UUID value) {

    @JsonCreator
    public static ReceivableId of(String text) {
        return new ReceivableId(Uuids.parse(text));
    }

    public static ReceivableId of(UUID value) {
        return new ReceivableId(value);
    }

    /** @param tranche the overpaid tranche */
    public static ReceivableId of(TrancheId tranche, String reason) {
        return new ReceivableId(Uuids.derived("receivable", tranche.toString(), reason));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
