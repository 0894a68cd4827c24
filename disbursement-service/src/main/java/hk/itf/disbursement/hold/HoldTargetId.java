package hk.itf.disbursement.hold;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import hk.itf.model.id.Uuids;
import java.util.UUID;

/** The id of the tranche, grant or organisation that a hold targets, in JSON the 36 characters of a UUID. */
public record HoldTargetId(@JsonValue UUID value) {

    @JsonCreator
    public static HoldTargetId of(String text) {
        return new HoldTargetId(Uuids.parse(text));
    }
}
