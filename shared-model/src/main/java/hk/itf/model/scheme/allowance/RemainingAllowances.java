package hk.itf.model.scheme.allowance;

import hk.itf.model.money.Money;
import hk.itf.model.scheme.value.RuleId;
import java.util.Map;
import java.util.Optional;

/**
 * What is left of the caps that are sums of money, for the subject and period of one case and without what the case
 * itself has reserved.
 *
 * @param remaining by rule; never negative
 */
public record RemainingAllowances(Map<RuleId, Money> remaining) {

    public static final RemainingAllowances NONE = new RemainingAllowances(Map.of());

    public RemainingAllowances {
        remaining = Map.copyOf(remaining);
    }

    /** Empty when the rule does not count this case. */
    public Optional<Money> remaining(RuleId rule) {
        return Optional.ofNullable(remaining.get(rule));
    }
}
