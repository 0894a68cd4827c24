package hk.itf.model.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** The id of an organisation. */
public record OrganisationId(@JsonValue UUID value) {

    @JsonCreator
    public static OrganisationId of(String text) {
        return new OrganisationId(Uuids.parse(text));
    }

    public static OrganisationId of(UUID value) {
        return new OrganisationId(value);
    }

    public static OrganisationId next() {
        return new OrganisationId(Uuids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
