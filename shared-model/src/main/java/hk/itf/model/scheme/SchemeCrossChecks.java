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
        if (scheme.funding() instanceof FundingFormula.MonthlyTable table) {
            choice("/funding/row", table.row(), table.rows().keySet());
            answers("/funding/paid", table.paid(), AnswerKind.OfMoney.class);
            answers("/funding/months", table.months(), AnswerKind.OfCount.class);
        }
        for (var allowance : scheme.allowances()) {
            var path = "/allowances/" + allowance.id();
            if (allowance.subject() instanceof Allowance.Subject.Named(var question)) {
                answers(path + "/subject/question", question, AnswerKind.OfText.class);
            }
            if (allowance.period() instanceof Allowance.Period.DateOverlap(var from, var months)) {
                answers(path + "/period/from", from, AnswerKind.OfDate.class);
                answers(path + "/period/months", months, AnswerKind.OfCount.class);
            }
            if (allowance.when() != null) {
                known(path + "/when", allowance.when().questions());
            }
        }
        choice("/pledge/by", scheme.pledge().by(), scheme.pledge().workingDays().keySet());
        if (scheme.effective().chosenBy() instanceof Scheme.ReferenceDate.Answered(var question)) {
            answers("/effective/chosen-by/question", question, AnswerKind.OfDate.class);
        }
        if (scheme.tranches() instanceof TranchePlanRule.InArrears rule) {
            answers("/tranches/from", rule.from(), AnswerKind.OfDate.class);
            answers("/tranches/months", rule.months(), AnswerKind.OfCount.class);
        }
        if (scheme.vetting().isEmpty() || !(scheme.vetting().getLast() instanceof ReviewStage.Decision)) {
            faults.put("/vetting", "the route ends with a decision");
        }
        var until = scheme.effective().until();
        if (until != null && until.isBefore(scheme.effective().from())) {
            faults.put("/effective/until", "a version ends on or after the day it starts");
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
