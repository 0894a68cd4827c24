package hk.itf.model.scheme;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What neither the JSON Schema nor one record alone can see: that the parts of a scheme fit each other. */
final class SchemeCrossChecks {

    private final Map<String, String> faults = new LinkedHashMap<>();
    private final Scheme scheme;
    private final Set<QuestionId> questions;

    private SchemeCrossChecks(Scheme scheme) {
        this.scheme = scheme;
        this.questions = scheme.questions().stream().map(Question::id).collect(Collectors.toSet());
    }

    /** Faults by path; empty when the scheme fits together. */
    static Map<String, String> of(Scheme scheme) {
        var checks = new SchemeCrossChecks(scheme);
        checks.run();
        return checks.faults;
    }

    private void run() {
        unique("/questions", scheme.questions(), question -> question.id().value());
        unique("/eligibility", scheme.eligibility(), rule -> rule.id().value());
        unique("/allowances", scheme.allowances(), allowance -> allowance.id().value());
        unique("/vetting", scheme.vetting(), ReviewStage::name);

        for (var question : scheme.questions()) {
            if (question.when() != null) {
                known("/questions/" + question.id() + "/when", question.when().questions());
            }
        }
        for (var rule : scheme.eligibility()) {
            known("/eligibility/" + rule.id() + "/passes", rule.passes().questions());
            if (rule.when() != null) {
                known("/eligibility/" + rule.id() + "/when", rule.when().questions());
            }
        }
        known("/funding", scheme.funding().questions());
        funding("/funding", scheme.funding(), false);
        for (var allowance : scheme.allowances()) {
            var path = "/allowances/" + allowance.id();
            if (allowance.subject() instanceof Allowance.Subject.Named(var question)) {
                answers(path + "/subject/question", question, AnswerKind.OfText.class);
            }
            if (allowance.subject() instanceof Allowance.Subject.EachRow(var question, var column)) {
                column(path + "/subject/column", question, column, AnswerKind.OfText.class);
            }
            switch (allowance.period()) {
                case Allowance.Period.DateOverlap(var from, var months) -> {
                    answers(path + "/period/from", from, AnswerKind.OfDate.class);
                    answers(path + "/period/months", months, AnswerKind.OfCount.class);
                }
                case Allowance.Period.FinancialYear(var date) ->
                    answers(path + "/period/date", date, AnswerKind.OfDate.class);
                case Allowance.Period.OneCall() -> {
                    if (!(scheme.window() instanceof Scheme.Window.Calls)) {
                        faults.put(path + "/period", "the scheme has no calls");
                    }
                }
                case Allowance.Period.Lifetime() -> {
                    // nothing to look up
                }
            }
            if (allowance.when() != null) {
                known(path + "/when", allowance.when().questions());
            }
        }
        var by = scheme.pledge().by();
        if (by != null) {
            choice("/pledge/by", by, scheme.pledge().workingDays().keySet());
        }
        if (scheme.effective().chosenBy() instanceof Scheme.ReferenceDate.Answered(var question)) {
            answers("/effective/chosen-by/question", question, AnswerKind.OfDate.class);
        }
        if (scheme.window() instanceof Scheme.Window.Calls(var allYearFor, var lead, var source)
                && allYearFor != null) {
            known("/window/all-year-for", allYearFor.questions());
        }
        var ahead = scheme.window().lead();
        if (ahead != null) {
            answers("/window/lead/before", ahead.before(), AnswerKind.OfDate.class);
        }
        switch (scheme.tranches()) {
            case TranchePlanRule.InArrears rule -> {
                answers("/tranches/from", rule.from(), AnswerKind.OfDate.class);
                answers("/tranches/months", rule.months(), AnswerKind.OfCount.class);
            }
            case TranchePlanRule.OnCompletion rule -> {
                answers("/tranches/from", rule.from(), AnswerKind.OfDate.class);
                answers("/tranches/to", rule.to(), AnswerKind.OfDate.class);
            }
            case TranchePlanRule.Nothing nothing -> {
                if (!(scheme.funding() instanceof FundingFormula.Nothing)) {
                    faults.put("/tranches", "what is granted has to be paid somehow");
                }
            }
        }
        var lines = scheme.claims().lines();
        if (lines != null) {
            answers("/claims/lines/rows", lines.rows(), AnswerKind.OfRows.class);
        }
        var register = scheme.register();
        if (register != null) {
            answers("/register/until", register.until(), AnswerKind.OfDate.class);
            known("/register/facts", Set.copyOf(register.facts()));
            if (scheme.questions().stream()
                    .anyMatch(
                            question -> question.personal() && register.facts().contains(question.id()))) {
                faults.put("/register/facts", "an entry tells nothing personal");
            }
        }
        if (scheme.vetting().isEmpty() || !(scheme.vetting().getLast() instanceof ReviewStage.Decision)) {
            faults.put("/vetting", "the route ends with a decision");
        }
        var until = scheme.effective().until();
        var from = scheme.effective().from();
        if (until != null && from != null && until.isBefore(from)) {
            faults.put("/effective/until", "a version ends on or after the day it starts");
        }
    }

    /** @param limited whether another part of a lesser-of limits it, too */
    private void funding(String path, FundingFormula formula, boolean limited) {
        switch (formula) {
            case FundingFormula.Fixed fixed -> {
                // nothing to look up
            }
            case FundingFormula.Nothing nothing -> {
                // nothing to look up
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
                            "what is left of a cap limits an amount and is none by itself: use it in a lesser-of");
                }
                if (scheme.allowances().stream()
                        .noneMatch(each -> each.id().equals(allowance) && each.limit() instanceof Limit.Total)) {
                    faults.put(path + "/allowance", "there is no cap of money " + allowance);
                }
            }
            case FundingFormula.LesserOf(var parts) -> {
                for (var i = 0; i < parts.size(); i++) {
                    funding(path + "/parts/" + i, parts.get(i), parts.size() > 1);
                }
            }
        }
    }

    private void amount(String path, Amount amount) {
        switch (amount) {
            case Amount.Answered(var question) -> answers(path, question, AnswerKind.OfMoney.class);
            case Amount.ColumnSum(var question, var column) -> column(path, question, column, AnswerKind.OfMoney.class);
            case Amount.OfEntry(var question, var field) -> answers(path, question, AnswerKind.OfEntry.class);
            case Amount.SumOf(var of) -> of.forEach(each -> amount(path, each));
        }
    }

    private void column(String path, QuestionId question, QuestionId column, Class<? extends AnswerKind> kind) {
        if (!(scheme.question(question).map(Question::answer).orElse(null) instanceof AnswerKind.OfRows rows)) {
            faults.put(path, "there is no question with rows " + question);
        } else if (rows.column(column)
                .filter(each -> kind.isInstance(each.answer()))
                .isEmpty()) {
            faults.put(path, "question " + question + " has no such column " + column);
        }
    }

    private <T> void unique(String path, Collection<T> parts, Function<T, String> id) {
        var seen = new HashSet<String>();
        parts.stream()
                .map(id)
                .filter(each -> !seen.add(each))
                .forEach(twice -> faults.put(path + "/" + twice, "this id is used twice"));
    }

    private void known(String path, Set<QuestionId> named) {
        named.stream()
                .filter(question -> !questions.contains(question))
                .forEach(stranger -> faults.put(path, "there is no question " + stranger));
    }

    private void answers(String path, QuestionId question, Class<? extends AnswerKind> kind) {
        var found = scheme.question(question);
        if (found.isEmpty()) {
            faults.put(path, "there is no question " + question);
        } else if (!kind.isInstance(found.get().answer())) {
            faults.put(path, "question " + question + " has another kind of answer than this needs");
        }
    }

    private void choice(String path, QuestionId question, Set<String> options) {
        var found = scheme.question(question);
        if (found.isEmpty() || !(found.get().answer() instanceof AnswerKind.OfChoice(var offered))) {
            faults.put(path, "there is no choice question " + question);
        } else if (!offered.stream()
                .map(AnswerKind.Option::id)
                .collect(Collectors.toSet())
                .equals(options)) {
            faults.put(path, "there must be one row for each option of " + question);
        }
    }
}
