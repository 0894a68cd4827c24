package hk.itf.model.scheme.allowance;

import hk.itf.model.money.Money;
import hk.itf.model.scheme.value.RuleId;
import java.util.Map;
import java.util.Optional;

/**
 * The unused money of the allowances that limit one application. The reservation of the application itself counts as
 * unused.
 *
 * @param remaining the unused amount by allowance; never negative
 */
public record RemainingAllowances(Map<RuleId, Money> remaining) {

    public static final RemainingAllowances NONE = new RemainingAllowances(Map.of());

    public RemainingAllowances {
        remaining = Map.copyOf(remaining);
    }

    /** The unused amount of an allowance; empty when the allowance does not apply to the application. */
    public Optional<Money> remaining(RuleId rule) {
        return Optional.ofNullable(remaining.get(rule));
    }
}
