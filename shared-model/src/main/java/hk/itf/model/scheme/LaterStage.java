package hk.itf.model.scheme;

import static hk.itf.model.NamedValue.value;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import hk.itf.model.Wording;
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
import hk.itf.model.scheme.value.Bounds;
import hk.itf.model.scheme.value.LocalisedText;
import hk.itf.model.scheme.value.RuleId;
import hk.itf.model.scheme.value.Source;
import hk.itf.model.scheme.vetting.EligibilityRule;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A stage that a grant may add once the stage gate before is passed. The stage is an amendment of the same award: it adds
 * money and tranches.
 *
 * @param id unique within the scheme, such as {@code stage-2}
 * @param name the stage as grantees read it
 * @param when only grants for which this condition is true may add the stage; left out: every grant
 * @param questions the questions of the stage
 * @param consistency the rules that the answers of the stage and of the application must not break together
 * @param eligibility the rules that the answers of the stage must pass
 * @param funding the formula for the added amount
 * @param inAll the highest amount of the award, all stages together
 * @param tranches how the added amount is divided into tranches
 * @param source where the stage comes from
 */
public record LaterStage(
        RuleId id,
        LocalisedText name,
        @Nullable Condition when,
        @Bounds(min = 1) List<Question> questions,
        @JsonSetter(nulls = Nulls.AS_EMPTY) List<ConsistencyRule> consistency,
        List<EligibilityRule> eligibility,
        FundingFormula funding,
        Money inAll,
        TranchePlanRule tranches,
        Source source) {

    public LaterStage {
        questions = List.copyOf(questions);
        consistency = List.copyOf(consistency);
        eligibility = List.copyOf(eligibility);
    }

    public Questionnaire questionnaire() {
        return new Questionnaire(questions, consistency);
    }

    /**
     * The stage as it applies to one grant.
     *
     * @param given the answers that the grant has given already
     * @param ends the last day of the stage that runs now
     */
    public LaterStage boundTo(Answers given, LocalDate ends) {
        var rules = consistency.stream().map(rule -> rule.bindTo(given, ends)).toList();
        return new LaterStage(id, name, when, questions, rules, eligibility, funding, inAll, tranches, source);
    }

    /** The amount that the stage adds to {@code awardedBefore}. */
    public Entitlement entitlement(Answers answers, Money awardedBefore) {
        var granted = funding.evaluate(answers, RemainingAllowances.NONE);
        var unused = Money.ZERO.max(inAll.minus(awardedBefore));
        return granted.limitedTo(
                unused,
                Wording.of("entitlement.all-stages", value("limit", inAll), value("awarded", awardedBefore)),
                source);
    }
}
