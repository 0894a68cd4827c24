package hk.itf.assessment.meeting;

import com.fasterxml.jackson.annotation.JsonInclude;
import hk.itf.assessment.agendaitem.MeetingId;
import hk.itf.model.id.PersonId;
import hk.itf.model.scheme.value.SchemeId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A meeting in a list.
 *
 * @param items the number of items on the agenda, ended items included
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MeetingSummaryView(
        MeetingId id,
        SchemeId scheme,
        LocalDate heldOn,
        String place,
        @Nullable PersonId chair,
        MeetingStatus status,
        long items) {}
