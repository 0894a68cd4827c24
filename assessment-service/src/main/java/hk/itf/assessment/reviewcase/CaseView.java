package hk.itf.assessment.reviewcase;

import com.fasterxml.jackson.annotation.JsonInclude;
import hk.itf.model.event.Subject;
import hk.itf.model.id.GrantId;
import hk.itf.model.id.ReviewCaseId;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Where a case stands.
 *
 * @param round 1 for the first submission; one more after every clarification
 * @param pledgedBy the day an answer is promised for; absent before full information
 * @param overdue that day has passed; while the applicant is asked, it had passed before
 * @param recommendation of the panel, once it has advised
 * @param clarification what was asked, while it is not answered
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CaseView(
        ReviewCaseId id,
        GrantId grant,
        Subject subject,
        String reference,
        String scheme,
        ReviewCaseStatus status,
        Stage stage,
        int round,
        @Nullable CaseOutcome outcome,
        @Nullable String letter,
        @Nullable Recommendation recommendation,
        @Nullable LocalDate pledgedBy,
        boolean overdue,
        @Nullable Clarification clarification,
        Instant openedAt,
        @Nullable Instant closedAt,
        int version) {

    /** @param ageInDays since it was asked */
    public record Clarification(String question, LocalDate askedOn, LocalDate answerBy, long ageInDays) {}
}
