package hk.itf.model.scheme.vetting;

import hk.itf.model.DomainException;
import hk.itf.model.Violation;
import hk.itf.model.scheme.question.Facts;
import hk.itf.model.scheme.value.LocalisedText;
import hk.itf.model.scheme.value.RuleId;
import hk.itf.model.scheme.value.Source;
import java.util.List;

/** What the rules said at submission; the eligibility stage confirms it or overrides it with a reason. */
public record EligibilityOutcome(boolean eligible, List<RuleOutcome> rules) {

    /** One rule and whether it passed, with the sentence it stands for. */
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

    /** @throws DomainException {@code not-eligible}, naming every rule that does not hold */
    public void require() {
        if (!eligible) {
            throw DomainException.broken(
                    "not-eligible",
                    "Some rules of the scheme do not hold.",
                    failed().stream()
                            .map(rule -> new Violation(
                                    "/answers",
                                    rule.rule().value(),
                                    rule.sentence().en()))
                            .toList());
        }
    }

    public List<RuleOutcome> failed() {
        return rules.stream().filter(rule -> !rule.passed()).toList();
    }
}
