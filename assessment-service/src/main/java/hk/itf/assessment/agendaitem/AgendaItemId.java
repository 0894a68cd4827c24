package hk.itf.assessment.agendaitem;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import hk.itf.model.id.Uuids;
import java.util.UUID;

/** The id of an agenda item (UUIDv7). */
public record AgendaItemId(@JsonValue UUID value) {

    @JsonCreator
    public static AgendaItemId of(String text) {
        return new AgendaItemId(Uuids.parse(text));
    }

    /** Reads an id from a path. A malformed id is answered like an unknown one, with 404. */
    public static AgendaItemId fromString(String text) {
        return of(text);
    }

    public static AgendaItemId of(UUID value) {
        return new AgendaItemId(value);
    }

    public static AgendaItemId next() {
        return new AgendaItemId(Uuids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
