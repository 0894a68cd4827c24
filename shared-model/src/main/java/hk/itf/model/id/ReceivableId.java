package hk.itf.model.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Money that is owed back to the fund. Derived from what was overpaid, so that a replay is the same receivable. */
public record ReceivableId(@JsonValue UUID value) {

    @JsonCreator
    public static ReceivableId of(String text) {
        return new ReceivableId(Uuids.parse(text));
    }

    public static ReceivableId of(UUID value) {
        return new ReceivableId(value);
    }

    /** @param tranche what was overpaid */
    public static ReceivableId of(TrancheId tranche, String reason) {
        return new ReceivableId(Uuids.derived("receivable", tranche.toString(), reason));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
