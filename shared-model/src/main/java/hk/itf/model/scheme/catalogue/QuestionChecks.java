package hk.itf.model.scheme.catalogue;

import hk.itf.model.scheme.allowance.Allowance;
import hk.itf.model.scheme.allowance.Limit;
import hk.itf.model.scheme.funding.FundingFormula;
import hk.itf.model.scheme.question.AmountExpression;
import hk.itf.model.scheme.question.AnswerKind;
import hk.itf.model.scheme.question.ConsistencyRule;
import hk.itf.model.scheme.question.Question;
import hk.itf.model.scheme.question.QuestionId;
import hk.itf.model.scheme.tranche.TranchePlanRule;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Checks that the questions that rules read exist and have the answer kind that the rule needs. */
final class QuestionChecks {

    private final List<Question> questions;
    private final List<Allowance> allowances;
    private final Map<String, String> faults;

    /** @param faults receives the faults by path */
    QuestionChecks(List<Question> questions, List<Allowance> allowances, Map<String, String> faults) {
        this.questions = questions;
        this.allowances = allowances;
        this.faults = faults;
    }

    /** @param limited whether the formula is one of several parts of a lesser-of */
    void funding(String path, FundingFormula formula, boolean limited) {
        switch (formula) {
            case FundingFormula.Fixed fixed -> {
                // no question to check
            }
            case FundingFormula.NoFunding nothing -> {
                // no question to check
            }
            case FundingFormula.ShareOfCosts share -> amount(path + "/costs", share.costs());
            case FundingFormula.MonthlyTable table -> {
                choice(path + "/row", table.row(), table.rows().keySet());
                answers(path + "/paid", table.paid(), AnswerKind.OfMoney.class);
                answers(path + "/months", table.months(), AnswerKind.OfCount.class);
            }
            case FundingFormula.PerRow perRow -> {
                column(path + "/cost", perRow.rows(), perRow.cost(), AnswerKind.OfMoney.class);
                if (perRow.ceiling() != null) {
                    amount(path + "/ceiling", perRow.ceiling());
                }
            }
            case FundingFormula.RemainingAllowance(var allowance, var source) -> {
                if (!limited) {
                    faults.put(
                            path,
                            "remaining-allowance only limits another amount: use it as one of several parts of a lesser-of");
                }
                if (allowances.stream()
                        .noneMatch(each -> each.id().equals(allowance) && each.limit() instanceof Limit.Total)) {
                    faults.put(
                            path + "/allowance", "there is no allowance " + allowance + " with an amount as its limit");
                }
            }
            case FundingFormula.Matching matching -> {
                amount(path + "/cash", matching.cash());
                if (matching.inKind() != null) {
                    amount(path + "/in-kind", matching.inKind());
                }
            }
            case FundingFormula.RequestedAmount(var amount, var source) -> amount(path + "/amount", amount);
            case FundingFormula.WithMinimum(var least, var of, var source) -> funding(path + "/of", of, limited);
            case FundingFormula.ByChoice(var question, var of) -> {
                choice(path + "/question", question, of.keySet());
                of.forEach((option, each) -> funding(path + "/of/" + option, each, limited));
            }
            case FundingFormula.LesserOf(var parts) -> {
                for (var i = 0; i < parts.size(); i++) {
                    funding(path + "/parts/" + i, parts.get(i), parts.size() > 1);
                }
            }
        }
    }

    void tranches(String path, TranchePlanRule rule) {
        switch (rule) {
            case TranchePlanRule.InArrears each -> {
                answers(path + "/from", each.from(), AnswerKind.OfDate.class);
                answers(path + "/months", each.months(), AnswerKind.OfCount.class);
            }
            case TranchePlanRule.OnCompletion each -> {
                answers(path + "/from", each.from(), AnswerKind.OfDate.class);
                answers(path + "/to", each.to(), AnswerKind.OfDate.class);
            }
            case TranchePlanRule.MilestoneShares each -> {
                answers(path + "/from", each.from(), AnswerKind.OfDate.class);
                answers(path + "/months", each.months(), AnswerKind.OfCount.class);
            }
            case TranchePlanRule.ByChoice(var question, var of, var source) -> {
                choice(path + "/question", question, of.keySet());
                of.forEach((option, chosen) -> tranches(path + "/of/" + option, chosen));
            }
            case TranchePlanRule.NoTranches nothing -> {
                // no question to check
            }
        }
    }

    void consistency(String path, ConsistencyRule rule) {
        switch (rule) {
            case ConsistencyRule.NotBefore(var date, var earliest, var source) -> {
                answers(path + "/date", date, AnswerKind.OfDate.class);
                answers(path + "/earliest", earliest, AnswerKind.OfDate.class);
            }
            case ConsistencyRule.NotAbove(var part, var whole, var source) -> {
                answers(path + "/part", part, AnswerKind.OfCount.class);
                answers(path + "/whole", whole, AnswerKind.OfCount.class);
            }
            case ConsistencyRule.WithinEntry(var date, var entry, var from, var until, var source) -> {
                answers(path + "/date", date, AnswerKind.OfDate.class);
                answers(path + "/entry", entry, AnswerKind.OfEntry.class);
            }
            case ConsistencyRule.SumAtMost(var counts, var most, var source) ->
                counts.forEach(count -> answers(path + "/counts", count, AnswerKind.OfCount.class));
            case ConsistencyRule.AfterPreviousStage(var date, var ends, var source) ->
                answers(path + "/date", date, AnswerKind.OfDate.class);
        }
    }

    private void amount(String path, AmountExpression amount) {
        switch (amount) {
            case AmountExpression.Answered(var question) -> answers(path, question, AnswerKind.OfMoney.class);
            case AmountExpression.ColumnSum(var question, var column) ->
                column(path, question, column, AnswerKind.OfMoney.class);
            case AmountExpression.OfEntry(var question, var field) -> answers(path, question, AnswerKind.OfEntry.class);
            case AmountExpression.SumOf(var of) -> of.forEach(each -> amount(path, each));
            case AmountExpression.Difference(var of, var less) -> {
                amount(path + "/of", of);
                amount(path + "/less", less);
            }
        }
    }

    void column(String path, QuestionId question, QuestionId column, Class<? extends AnswerKind> kind) {
        if (!(question(question).map(Question::answer).orElse(null) instanceof AnswerKind.OfRows rows)) {
            faults.put(path, "there is no question " + question + " of kind rows");
        } else if (rows.column(column)
                .filter(each -> kind.isInstance(each.answer()))
                .isEmpty()) {
            faults.put(
                    path,
                    "the rows of question " + question + " have no column " + column
                            + " of the kind that this rule needs");
        }
    }

    void known(String path, Set<QuestionId> named) {
        named.stream()
                .filter(question -> question(question).isEmpty())
                .forEach(unknown -> faults.put(path, "there is no question " + unknown));
    }

    void answers(String path, QuestionId question, Class<? extends AnswerKind> kind) {
        var found = question(question);
        if (found.isEmpty()) {
            faults.put(path, "there is no question " + question);
        } else if (!kind.isInstance(found.get().answer())) {
            faults.put(path, "the answer to question " + question + " is not of the kind that this rule needs");
        }
    }

    void choice(String path, QuestionId question, Set<String> options) {
        var found = question(question);
        if (found.isEmpty() || !(found.get().answer() instanceof AnswerKind.OfChoice(var offered))) {
            faults.put(path, "there is no question " + question + " of kind choice");
        } else if (!offered.stream()
                .map(AnswerKind.Option::id)
                .collect(Collectors.toSet())
                .equals(options)) {
            faults.put(path, "there must be one entry for each option of question " + question);
        }
    }

    private Optional<Question> question(QuestionId id) {
        return questions.stream().filter(each -> each.id().equals(id)).findFirst();
    }
}
