package hk.itf.model.scheme;

import hk.itf.model.id.TrancheId;
import hk.itf.model.money.Money;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;

/**
 * One instalment as promised.
 *
 * @param number 1 for the first
 * @param period the days it pays for
 * @param claimBy the last day (Hong Kong) on which its claim may be filed
 */
public record PlannedTranche(
        TrancheId id, int number, Money amount, DateRange period, Set<Gate> gates, LocalDate claimBy) {

    public PlannedTranche {
        gates = gates.isEmpty() ? Set.of() : EnumSet.copyOf(gates);
        if (amount.isNegative()) {
            throw new IllegalArgumentException("a tranche is never negative");
        }
    }

    public PlannedTranche with(Money newAmount) {
        return new PlannedTranche(id, number, newAmount, period, gates, claimBy);
    }
}
