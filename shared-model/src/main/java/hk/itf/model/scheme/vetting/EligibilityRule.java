package hk.itf.model.scheme.vetting;

import hk.itf.model.scheme.question.Condition;
import hk.itf.model.scheme.question.Facts;
import hk.itf.model.scheme.value.LocalisedText;
import hk.itf.model.scheme.value.RuleId;
import hk.itf.model.scheme.value.Source;
import org.jspecify.annotations.Nullable;

/**
 * A pass-or-fail rule before merit.
 *
 * @param sentence the rule in plain words, as letters quote it
 * @param when the rule asks only while this holds; null means always
 * @param passes the applicant is eligible under this rule when this holds
 */
public record EligibilityRule(
        RuleId id, LocalisedText sentence, @Nullable Condition when, Condition passes, Source source) {

    public boolean appliesTo(Facts facts) {
        return when == null || when.holds(facts);
    }
}
