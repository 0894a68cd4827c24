package hk.itf.model.scheme;

import com.fasterxml.jackson.annotation.JsonInclude;
import hk.itf.model.id.TrancheId;
import hk.itf.model.money.Money;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One instalment as promised.
 *
 * @param number 1 for the first
 * @param period the days it pays for
 * @param claimBy the last day (Hong Kong) on which its claim may be filed
 * @param advancePercent how much of it may be paid in advance, on request; null when nothing may
 */
public record PlannedTranche(
        TrancheId id,
        int number,
        Money amount,
        DateRange period,
        Set<Gate> gates,
        LocalDate claimBy,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer advancePercent) {

    public PlannedTranche(
            TrancheId id, int number, Money amount, DateRange period, Set<Gate> gates, LocalDate claimBy) {
        this(id, number, amount, period, gates, claimBy, null);
    }

    public PlannedTranche {
        gates = gates.isEmpty() ? Set.of() : EnumSet.copyOf(gates);
        if (amount.isNegative()) {
            throw new IllegalArgumentException("a tranche is never negative");
        }
    }

    /** The most that may be paid in advance, rounded down. */
    public Money advance() {
        return advancePercent == null ? Money.ZERO : amount.share(advancePercent, 100);
    }

    public PlannedTranche with(Money newAmount) {
        return new PlannedTranche(id, number, newAmount, period, gates, claimBy, advancePercent);
    }
}
