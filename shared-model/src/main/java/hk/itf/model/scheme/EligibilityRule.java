package hk.itf.model.scheme;

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

    public boolean asksOf(Facts facts) {
        return when == null || when.holds(facts);
    }
}
