package hk.itf.assessment.oversight;

import com.fasterxml.jackson.annotation.JsonInclude;
import hk.itf.assessment.reviewcase.Stage;
import hk.itf.model.event.Subject;
import hk.itf.model.id.GrantId;
import hk.itf.model.id.ReviewCaseId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A clarification that the applicant has not answered in time.
 *
 * @param stage the stage that requested the clarification
 * @param ageInDays days since the request
 * @param daysOverdue days since the due date
 * @param reminders the number of reminders of this clarification
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
