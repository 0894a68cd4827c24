package hk.itf.assessment.oversight;

import com.fasterxml.jackson.annotation.JsonInclude;
import hk.itf.assessment.reviewcase.Stage;
import hk.itf.model.event.Subject;
import hk.itf.model.id.GrantId;
import hk.itf.model.id.ReviewCaseId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A question that was not answered in time.
 *
 * @param stage that asked
 * @param ageInDays since it was asked
 * @param daysOverdue since the last day on which an answer was in time
 * @param reminders of this question, so far
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OverdueClarificationView(
        ReviewCaseId reviewCase,
        GrantId grant,
        Subject subject,
        String reference,
        Stage stage,
        String question,
        LocalDate askedOn,
        LocalDate answerBy,
        long ageInDays,
        long daysOverdue,
        long reminders,
        @Nullable LocalDate lastReminded) {}
