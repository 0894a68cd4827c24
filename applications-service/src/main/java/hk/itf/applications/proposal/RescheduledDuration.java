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
 * How long a plan lasts that was moved, as an answer to the question its scheme makes plans from: so whatever the scheme says
 * of that answer holds of the move, too.
 */
public final class RescheduledDuration {

    /** How long a plan is does not depend on how much is paid. */
    private static final Money SOME = Money.hkd(1);

    private RescheduledDuration() {}

    /** The later stage that runs; empty in the first. */
    static Optional<LaterStage> stage(Application application, Scheme scheme) {
        return application.stage() > 1 ? Optional.of(scheme.stages().get(application.stage() - 2)) : Optional.empty();
    }

    /**
     * What would have been answered for a plan that lasts as long: of the stage that runs, which is the last in it.
     *
     * @throws DomainException as below
     */
    public static Answers asked(Application application, Scheme scheme, Answers answers, TranchePlan plan) {
        return stage(application, scheme)
                .map(stage -> asked(stage.tranches(), stage.questionnaire(), answers, plan))
                .orElseGet(() -> asked(scheme.tranches(), scheme.questionnaire(), answers, plan));
    }

    /**
     * The answers from which the rule makes a plan that lasts as long as this one.
     *
     * @throws DomainException {@code milestones-do-not-fit} when the question takes no answer for so long
     */
    private static Answers asked(
            TranchePlanRule rule, Questionnaire questionnaire, Answers answers, TranchePlan moved) {
        var last = PlanDates.last(moved);
        return switch (rule) {
            case TranchePlanRule.InArrears arrears -> months(rule, arrears.months(), questionnaire, answers, last);
            case TranchePlanRule.MilestoneShares parts -> months(rule, parts.months(), questionnaire, answers, last);
            case TranchePlanRule.OnCompletion completion ->
                answers.with(new Answers(Map.of(completion.to(), new Answer.OfDate(last))));
            case TranchePlanRule.ByChoice(var question, var of, var source) ->
                answers.choice(question)
                        .map(of::get)
                        .map(chosen -> asked(chosen, questionnaire, answers, moved))
                        .orElse(answers);
            case TranchePlanRule.NoTranches nothing -> answers;
        };
    }

    private static Answers months(
            TranchePlanRule rule, QuestionId months, Questionnaire questionnaire, Answers answers, LocalDate last) {
        var longest = answers;
        for (var count : taken(months, questionnaire)) {
            longest = answers.with(new Answers(Map.of(months, new Answer.OfCount(count))));
            if (!lastDay(rule, longest).isBefore(last)) {
                return longest;
            }
        }
        var limit = lastDay(rule, longest);
        throw DomainException.invalid(
                "milestones-do-not-fit",
                List.of(Violation.of(
                        "/milestones", "too-long.plan", value("lastDay", last), value("latest", limit))));
    }

    /** What the question takes for an answer, the shortest first. */
    private static List<Integer> taken(QuestionId months, Questionnaire questionnaire) {
        return questionnaire.question(months).stream()
                .flatMap(question -> question.answer() instanceof AnswerKind.OfCount(var min, var max)
                        ? IntStream.rangeClosed(Math.max(1, min), max).boxed()
                        : Stream.empty())
                .toList();
    }

    private static LocalDate lastDay(TranchePlanRule rule, Answers answers) {
        return PlanDates.last(rule.plan(SOME, answers));
    }
}
