package hk.itf.model.scheme.vetting;

import static hk.itf.model.NamedValue.value;

import hk.itf.model.DomainException;
import hk.itf.model.Violation;
import hk.itf.model.Wording;
import hk.itf.model.scheme.question.Facts;
import hk.itf.model.scheme.value.LocalisedText;
import hk.itf.model.scheme.value.RuleId;
import hk.itf.model.scheme.value.Source;
import java.util.List;

/**
 * The eligibility rules that an application passed and failed at submission. The eligibility stage confirms the outcome,
 * or overrides it with a reason.
 *
 * @param eligible whether every rule passed
 * @param rules the rules that applied
 */
public record EligibilityOutcome(boolean eligible, List<RuleOutcome> rules) {

    /** The outcome of one rule, with the sentence that letters quote. */
    public record RuleOutcome(RuleId rule, boolean passed, LocalisedText sentence, Source source) {}

    public EligibilityOutcome {
        rules = List.copyOf(rules);
    }

    public static EligibilityOutcome of(List<EligibilityRule> rules, Facts facts) {
        var outcomes = rules.stream()
                .filter(rule -> rule.appliesTo(facts))
                .map(rule -> new RuleOutcome(rule.id(), rule.passes().holds(facts), rule.sentence(), rule.source()))
                .toList();
        return new EligibilityOutcome(outcomes.stream().allMatch(RuleOutcome::passed), outcomes);
    }

    /** @throws DomainException {@code not-eligible} with every failed rule */
    public void require() {
        if (!eligible) {
            throw DomainException.broken(
                    "not-eligible",
                    failed().stream()
                            .map(rule -> new Violation(
                                    "/answers",
                                    rule.rule().value(),
                                    Wording.of("rule-broken", value("sentence", rule.sentence()))))
                            .toList());
        }
    }

    public List<RuleOutcome> failed() {
        return rules.stream().filter(rule -> !rule.passed()).toList();
    }
}
