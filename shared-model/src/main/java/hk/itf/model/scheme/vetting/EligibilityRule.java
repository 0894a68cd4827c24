package hk.itf.model.scheme.vetting;

import hk.itf.model.scheme.question.Condition;
import hk.itf.model.scheme.question.Facts;
import hk.itf.model.scheme.value.LocalisedText;
import hk.itf.model.scheme.value.RuleId;
import hk.itf.model.scheme.value.Source;
import org.jspecify.annotations.Nullable;

/**
 * A pass-or-fail rule that an application meets before its merit is judged.
 *
 * @param id unique within the list, such as {@code rd-in-hong-kong}
 * @param sentence the rule in plain words, as letters quote it
 * @param when the rule applies only while this condition is true; left out: always
 * @param passes the application passes the rule when this condition is true
 * @param source where the rule comes from
 */
public record EligibilityRule(
        RuleId id, LocalisedText sentence, @Nullable Condition when, Condition passes, Source source) {

    public boolean appliesTo(Facts facts) {
        return when == null || when.holds(facts);
    }
}
