package hk.itf.assessment.agendaitem;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import hk.itf.model.id.Uuids;
import java.util.UUID;

/** One meeting of a panel. */
public record MeetingId(@JsonValue UUID value) {

    @JsonCreator
    public static MeetingId of(String text) {
        return new MeetingId(Uuids.parse(text));
    }

    /** Of a path; what is no id names nothing. */
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
