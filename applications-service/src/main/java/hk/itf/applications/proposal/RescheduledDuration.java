package hk.itf.applications.proposal;

import static hk.itf.model.NamedValue.value;

import hk.itf.applications.application.Application;
import hk.itf.model.DomainException;
import hk.itf.model.Violation;
import hk.itf.model.money.Money;
import hk.itf.model.scheme.LaterStage;
import hk.itf.model.scheme.Scheme;
import hk.itf.model.scheme.question.Answer;
import hk.itf.model.scheme.question.AnswerKind;
import hk.itf.model.scheme.question.Answers;
import hk.itf.model.scheme.question.QuestionId;
import hk.itf.model.scheme.question.Questionnaire;
import hk.itf.model.scheme.tranche.TranchePlan;
import hk.itf.model.scheme.tranche.TranchePlanRule;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Turns the length of a rescheduled plan into the duration answer that its scheme makes plans from, so that the scheme's
 * limits on duration apply to the rescheduled plan.
 */
public final class RescheduledDuration {

    /** The dates of a plan do not depend on its amount. */
    private static final Money ANY_AMOUNT = Money.hkd(1);

    private RescheduledDuration() {}

    /** The later stage that runs now; empty in the first stage. */
    static Optional<LaterStage> currentLaterStage(Application application, Scheme scheme) {
        return application.stage() > 1 ? Optional.of(scheme.stages().get(application.stage() - 2)) : Optional.empty();
    }

    /**
     * The answers with the duration of the plan, for the stage that runs now, whose tranches are the last of the plan.
     *
     * @throws DomainException {@code milestones-do-not-fit} when the duration question takes no answer that long
     */
    public static Answers answersFor(Application application, Scheme scheme, Answers answers, TranchePlan plan) {
        return currentLaterStage(application, scheme)
                .map(stage -> answersFor(stage.tranches(), stage.questionnaire(), answers, plan))
                .orElseGet(() -> answersFor(scheme.tranches(), scheme.questionnaire(), answers, plan));
    }

    /**
     * The answers from which the rule makes a plan with the last day of {@code moved}.
     *
     * @throws DomainException {@code milestones-do-not-fit} when the duration question takes no answer that long
     */
    private static Answers answersFor(
            TranchePlanRule rule, Questionnaire questionnaire, Answers answers, TranchePlan moved) {
        var last = PlanDates.lastDay(moved);
        return switch (rule) {
            case TranchePlanRule.InArrears arrears -> months(rule, arrears.months(), questionnaire, answers, last);
            case TranchePlanRule.MilestoneShares parts -> months(rule, parts.months(), questionnaire, answers, last);
            case TranchePlanRule.OnCompletion completion ->
                answers.with(new Answers(Map.of(completion.to(), new Answer.OfDate(last))));
            case TranchePlanRule.ByChoice(var question, var of, var source) ->
                answers.choice(question)
                        .map(of::get)
                        .map(chosen -> answersFor(chosen, questionnaire, answers, moved))
                        .orElse(answers);
            case TranchePlanRule.NoTranches nothing -> answers;
        };
    }

    private static Answers months(
            TranchePlanRule rule, QuestionId months, Questionnaire questionnaire, Answers answers, LocalDate last) {
        var longest = answers;
        for (var count : permittedCounts(months, questionnaire)) {
            longest = answers.with(new Answers(Map.of(months, new Answer.OfCount(count))));
            if (!lastDay(rule, longest).isBefore(last)) {
                return longest;
            }
        }
        var limit = lastDay(rule, longest);
        throw DomainException.invalid(
                "milestones-do-not-fit",
                List.of(Violation.of("/milestones", "too-long.plan", value("lastDay", last), value("latest", limit))));
    }

    /** The counts that the question permits, smallest first. */
    private static List<Integer> permittedCounts(QuestionId months, Questionnaire questionnaire) {
        return questionnaire.question(months).stream()
                .flatMap(question -> question.answer() instanceof AnswerKind.OfCount(var min, var max)
                        ? IntStream.rangeClosed(Math.max(1, min), max).boxed()
                        : Stream.empty())
                .toList();
    }

    private static LocalDate lastDay(TranchePlanRule rule, Answers answers) {
        return PlanDates.lastDay(rule.plan(ANY_AMOUNT, answers));
    }
}
