package hk.itf.model.scheme;

import hk.itf.model.money.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a grant goes on to once the gate of the stage before is passed: an amendment of the same award that puts money and
 * instalments on top.
 *
 * @param when who can go on to it, by the facts of the grant; null for every grant
 * @param questions asked for it, and only for it
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
        List<EligibilityRule> eligibility,
        FundingFormula funding,
        Money inAll,
        TranchePlanRule tranches,
        Source source) {

    public LaterStage {
        questions = List.copyOf(questions);
        eligibility = List.copyOf(eligibility);
    }

    public Questionnaire questionnaire() {
        return new Questionnaire(questions);
    }

    /** What is granted on top of what was awarded before. */
    public Entitlement entitlement(Answers answers, Money awardedBefore) {
        var granted = funding.evaluate(answers, Usage.NONE);
        var left = Money.ZERO.max(inAll.minus(awardedBefore));
        return granted.limitedTo(left, "what is left of %s in all".formatted(inAll), source);
    }
}
