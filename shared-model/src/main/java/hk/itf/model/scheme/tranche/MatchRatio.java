package hk.itf.model.scheme.tranche;

import hk.itf.model.money.Money;
import hk.itf.model.scheme.value.Bounds;

/**
 * The ratio of Government money to the matching money of others.
 *
 * @param government the Government's parts, such as 1
 * @param match the parts of the matching money, such as 1
 */
public record MatchRatio(
        @Bounds(min = 1, max = 1000) int government,
        @Bounds(min = 1, max = 1000) int match) {
    public MatchRatio {
        if (government < 1 || match < 1) {
            throw new IllegalArgumentException("the parts of a ratio must be at least 1");
        }
    }

    /** The least matching money for {@code governmentMoney}, rounded up to the cent. */
    public Money neededFor(Money governmentMoney) {
        var parts = Math.multiplyExact(governmentMoney.cents(), (long) match);
        return Money.ofCents(Math.ceilDiv(parts, (long) government));
    }
}
