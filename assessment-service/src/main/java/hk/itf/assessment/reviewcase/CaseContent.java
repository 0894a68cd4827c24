package hk.itf.assessment.reviewcase;

import com.fasterxml.jackson.annotation.JsonInclude;
import hk.itf.model.event.AmendmentFiling;
import hk.itf.model.event.ClaimFiling;
import hk.itf.model.event.Parties;
import hk.itf.model.scheme.Scheme;
import hk.itf.model.scheme.funding.EntitlementStatement;
import hk.itf.model.scheme.question.Answers;
import hk.itf.model.scheme.tranche.TranchePlan;
import hk.itf.model.scheme.value.LocalisedText;
import hk.itf.model.scheme.vetting.EligibilityOutcome;
import hk.itf.model.scheme.vetting.ReviewStage;
import hk.itf.model.scheme.vetting.ReviewStage.Criterion;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The content of a case that one stage may see. A blind stage sees only answers flagged blind-safe and its criteria, because
 * rules and amounts quote other answers.
 *
 * @param criteria the weighted criteria of a scored review; empty for other stages
 * @param entitlement the amount with its lines; each line names the sources of its numbers, including demo defaults
 * @param recommendation the advice of the panel; absent before
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CaseContent(
        List<GivenAnswer> answers,
        List<Criterion> criteria,
        @Nullable Parties parties,
        @Nullable EligibilityOutcome eligibility,
        @Nullable EntitlementStatement entitlement,
        @Nullable TranchePlan proposed,
        @Nullable ClaimFiling claim,
        @Nullable AmendmentFiling amendment,
        @Nullable Recommendation recommendation) {

    /** @param value a text, a number, true or false, a date such as {@code 2026-12-01}, or money */
    public record GivenAnswer(String question, LocalisedText label, Object value) {}

    public static CaseContent of(Stage stage, ReviewCase reviewCase, Scheme scheme) {
        var advised = reviewCase.recommendation().orElse(null);
        return switch (reviewCase.subjectOf().kind()) {
            case APPLICATION -> ofApplication(stage, reviewCase, scheme);
            case CLAIM ->
                new CaseContent(List.of(), List.of(), null, null, null, null, reviewCase.claimFiling(), null, advised);
            case AMENDMENT ->
                new CaseContent(
                        List.of(), List.of(), null, null, null, null, null, reviewCase.amendmentFiling(), advised);
        };
    }

    private static CaseContent ofApplication(Stage stage, ReviewCase reviewCase, Scheme scheme) {
        var work = StageWork.of(stage, reviewCase, scheme);
        var filing = reviewCase.filing();
        var answers = answers(work.visible(filing.assessed(), scheme), scheme);
        var criteria = scheme.stage(stage.name()).orElse(null) instanceof ReviewStage.ScoredReview review
                ? review.criteria()
                : List.<Criterion>of();
        return work.blind()
                ? new CaseContent(answers, criteria, null, null, null, null, null, null, null)
                : new CaseContent(
                        answers,
                        criteria,
                        filing.parties(),
                        filing.eligibility(),
                        filing.entitlement(),
                        filing.proposed(),
                        null,
                        null,
                        reviewCase.recommendation().orElse(null));
    }

    private static List<GivenAnswer> answers(Answers visible, Scheme scheme) {
        return visible.byQuestion().entrySet().stream()
                .flatMap(answer -> scheme.question(answer.getKey()).stream()
                        .map(question -> Map.entry(question, answer.getValue())))
                .map(answer -> new GivenAnswer(
                        answer.getKey().id().value(),
                        answer.getKey().label(),
                        answer.getValue().toJsonValue()))
                .toList();
    }
}
