package hk.itf.assessment.agendaitem;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import hk.itf.model.id.Uuids;
import java.util.UUID;

/** The id of a panel meeting (UUIDv7). */
public record MeetingId(@JsonValue UUID value) {

    @JsonCreator
    public static MeetingId of(String text) {
        return new MeetingId(Uuids.parse(text));
    }

    /** Reads an id from a path. A malformed id is answered like an unknown one, with 404. */
    public static MeetingId fromString(String text) {
        return of(text);
    }

    public static MeetingId of(UUID value) {
        return new MeetingId(value);
    }

    public static MeetingId next() {
        return new MeetingId(Uuids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
