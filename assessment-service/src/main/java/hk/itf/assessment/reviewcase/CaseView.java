package hk.itf.assessment.reviewcase;

import com.fasterxml.jackson.annotation.JsonInclude;
import hk.itf.model.event.Subject;
import hk.itf.model.id.GrantId;
import hk.itf.model.id.ReviewCaseId;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A review case with its status and stage.
 *
 * @param round 1 for the first submission; each answered clarification adds 1
 * @param pledgedBy the last day for the decision under the performance pledge; absent before full information
 * @param overdue whether {@code pledgedBy} has passed; during a clarification, whether it had passed before the request
 * @param recommendation the advice of the panel; absent before
 * @param clarification the pending clarification; absent otherwise
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

    /** @param ageInDays calendar days since the request */
    public record Clarification(String question, LocalDate askedOn, LocalDate answerBy, long ageInDays) {}
}
