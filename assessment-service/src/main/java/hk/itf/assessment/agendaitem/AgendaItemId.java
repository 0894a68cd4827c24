package hk.itf.assessment.agendaitem;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import hk.itf.model.id.Uuids;
import java.util.UUID;

/** One case on the agenda of one meeting. */
public record AgendaItemId(@JsonValue UUID value) {

    @JsonCreator
    public static AgendaItemId of(String text) {
        return new AgendaItemId(Uuids.parse(text));
    }

    /** Of a path; what is no id names nothing. */
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
