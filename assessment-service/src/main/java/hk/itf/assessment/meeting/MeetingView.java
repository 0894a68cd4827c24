package hk.itf.assessment.meeting;

import com.fasterxml.jackson.annotation.JsonInclude;
import hk.itf.assessment.agendaitem.AgendaItemId;
import hk.itf.assessment.agendaitem.AgendaItemStatus;
import hk.itf.assessment.agendaitem.MeetingId;
import hk.itf.model.event.Subject;
import hk.itf.model.id.GrantId;
import hk.itf.model.id.PersonId;
import hk.itf.model.id.ReviewCaseId;
import hk.itf.model.scheme.value.SchemeId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A meeting with its attendance and agenda.
 *
 * @param place the room, or how people take part
 * @param chair absent until a chair is named or opens the meeting
 * @param attendance the people present, in the order of their records
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MeetingView(
        MeetingId id,
        SchemeId scheme,
        LocalDate heldOn,
        String place,
        @Nullable PersonId chair,
        MeetingStatus status,
        PersonId scheduledBy,
        Instant scheduledAt,
        @Nullable Instant openedAt,
        @Nullable Instant endedAt,
        @Nullable String endingReason,
        List<Attendance> attendance,
        List<AgendaLine> agenda,
        int version) {

    /** @param recordedBy the person themselves, or a member of the secretariat */
    public record Attendance(PersonId person, PersonId recordedBy, Instant recordedAt) {}

    /** @param supported whether the panel recommends approval; absent before the recommendation */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record AgendaLine(
            AgendaItemId item,
            ReviewCaseId reviewCase,
            GrantId grant,
            String reference,
            Subject.Kind subject,
            AgendaItemStatus status,
            @Nullable Boolean supported) {}
}
