package hk.itf.assessment.reviewcase;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The values of a case that the fingerprints on the timeline cover. */
record CaseState(
        ReviewCaseStatus status,
        Stage stage,
        int round,
        @Nullable CaseOutcome outcome,
        @Nullable String letter,
        String filingSha256,
        @Nullable UUID eligibilityConfirmedBy,
        @Nullable String question,
        @Nullable LocalDate askedOn,
        @Nullable LocalDate answerBy,
        @Nullable String pledge,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String recommendation) {}
