package hk.itf.disbursement.hold;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import hk.itf.model.id.Uuids;
import java.util.UUID;

/** The id of a tranche, a grant or an organisation, written as ids are: 36 characters and nothing else. */
public record TargetId(@JsonValue UUID value) {

    @JsonCreator
    public static TargetId of(String text) {
        return new TargetId(Uuids.parse(text));
    }
}
