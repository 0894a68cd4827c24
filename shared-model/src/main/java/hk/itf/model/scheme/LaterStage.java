package hk.itf.model.scheme;

import hk.itf.model.money.Money;
import hk.itf.model.scheme.allowance.RemainingAllowances;
import hk.itf.model.scheme.funding.Entitlement;
import hk.itf.model.scheme.funding.FundingFormula;
import hk.itf.model.scheme.question.Answers;
import hk.itf.model.scheme.question.Condition;
import hk.itf.model.scheme.question.ConsistencyRule;
import hk.itf.model.scheme.question.Question;
import hk.itf.model.scheme.question.Questionnaire;
import hk.itf.model.scheme.tranche.TranchePlanRule;
import hk.itf.model.scheme.value.LocalisedText;
import hk.itf.model.scheme.value.RuleId;
import hk.itf.model.scheme.value.Source;
import hk.itf.model.scheme.vetting.EligibilityRule;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a grant goes on to once the gate of the stage before is passed: an amendment of the same award that puts money and
 * instalments on top.
 *
 * @param when who can go on to it, by the facts of the grant; null for every grant
 * @param questions asked for it, and only for it
 * @param consistency what their answers have to agree in with each other, and with the grant so far
 * @param eligibility what has to hold for their answers
 * @param funding what is granted on top, from their answers
 * @param inAll the most the award comes to in all
 * @param tranches how what is granted on top is paid
 */
public record LaterStage(
        RuleId id,
        LocalisedText name,
        @Nullable Condition when,
        List<Question> questions,
        List<ConsistencyRule> consistency,
        List<EligibilityRule> eligibility,
        FundingFormula funding,
        Money inAll,
        TranchePlanRule tranches,
        Source source) {

    public LaterStage {
        questions = List.copyOf(questions);
        consistency = orNone(consistency);
        eligibility = List.copyOf(eligibility);
    }

    public Questionnaire questionnaire() {
        return new Questionnaire(questions, consistency);
    }

    /**
     * The same as it is open to a grant.
     *
     * @param settled what the grant has answered so far
     * @param ends the last day of what runs now
     */
    public LaterStage boundTo(Answers settled, LocalDate ends) {
        var rules = consistency.stream().map(rule -> rule.bindTo(settled, ends)).toList();
        return new LaterStage(id, name, when, questions, rules, eligibility, funding, inAll, tranches, source);
    }

    /** What is granted on top of what was awarded before. */
    public Entitlement entitlement(Answers answers, Money awardedBefore) {
        var granted = funding.evaluate(answers, RemainingAllowances.NONE);
        var left = Money.ZERO.max(inAll.minus(awardedBefore));
        return granted.limitedTo(left, "what is left of %s in all".formatted(inAll), source);
    }

    private static List<ConsistencyRule> orNone(@Nullable List<ConsistencyRule> rules) {
        return rules == null ? List.of() : List.copyOf(rules);
    }
}
