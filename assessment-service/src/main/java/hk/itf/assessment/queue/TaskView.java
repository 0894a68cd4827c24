package hk.itf.assessment.queue;

import com.fasterxml.jackson.annotation.JsonInclude;
import hk.itf.assessment.reviewcase.Stage;
import hk.itf.assessment.reviewcase.TaskStatus;
import hk.itf.model.event.AmendmentFiling;
import hk.itf.model.event.ClaimFiling;
import hk.itf.model.event.Parties;
import hk.itf.model.event.Subject;
import hk.itf.model.id.GrantId;
import hk.itf.model.id.PersonId;
import hk.itf.model.id.ReviewCaseId;
import hk.itf.model.id.ReviewTaskId;
import hk.itf.model.scheme.EligibilityOutcome;
import hk.itf.model.scheme.Entitlement;
import hk.itf.model.scheme.LocalisedText;
import hk.itf.model.scheme.ReviewStage.Criterion;
import hk.itf.model.scheme.TranchePlan;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What to do, until when, and what it is to be judged by.
 *
 * @param acts the paths below the task that its holder may post to
 * @param leaseUntil when it lapses without a heartbeat; real time
 * @param leaseEndsAtLatest when it lapses whatever happens; papers are served until then
 * @param papers the path of the papers in applications-service
 * @param content absent for whoever may not read it now
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TaskView(
        ReviewTaskId id,
        GrantId grant,
        ReviewCaseId reviewCase,
        String reference,
        Subject subject,
        Stage stage,
        int round,
        TaskStatus status,
        @Nullable PersonId holder,
        LocalDate dueOn,
        @Nullable Instant leaseUntil,
        @Nullable Instant leaseEndsAtLatest,
        List<String> acts,
        boolean blind,
        String papers,
        Content content,
        int version) {

    /**
     * What is judged. A blind stage gets answers that are flagged blind-safe and nothing else: rules and amounts quote
     * answers that are not.
     *
     * @param criteria of a technical review, with their weights
     * @param entitlement with its explanation; every line says where its numbers come from, demo defaults included
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Content(
            List<GivenAnswer> answers,
            List<Criterion> criteria,
            @Nullable Parties parties,
            @Nullable EligibilityOutcome eligibility,
            @Nullable Entitlement entitlement,
            @Nullable TranchePlan proposed,
            @Nullable ClaimFiling claim,
            @Nullable AmendmentFiling amendment) {}

    /** @param value a text, a number, true or false, a date such as {@code 2026-12-01}, or money */
    public record GivenAnswer(String question, LocalisedText label, Object value) {}
}
