package hk.itf.model.scheme.tranche;

import com.fasterxml.jackson.annotation.JsonInclude;
import hk.itf.model.id.TrancheId;
import hk.itf.model.money.Money;
import hk.itf.model.scheme.value.DateRange;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One tranche of a plan: an amount, the days it pays for, and its gates and deadlines.
 *
 * @param number 1 for the first tranche
 * @param period the days that the tranche pays for
 * @param claimBy the last day in Hong Kong on which a claim on the tranche may be filed
 * @param advancePercent the percentage that may be paid in advance on request; null when no advance is permitted
 * @param reportBy the last day in Hong Kong on which a report for the tranche is in time; null when none is due
 * @param match the ratio of matching money that must be evidenced; null when no matching money is needed
 */
public record PlannedTranche(
        TrancheId id,
        int number,
        Money amount,
        DateRange period,
        Set<Gate> gates,
        LocalDate claimBy,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer advancePercent,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable LocalDate reportBy,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable MatchRatio match) {

    public PlannedTranche(
            TrancheId id, int number, Money amount, DateRange period, Set<Gate> gates, LocalDate claimBy) {
        this(id, number, amount, period, gates, claimBy, null, null, null);
    }

    public PlannedTranche {
        gates = gates.isEmpty() ? Set.of() : EnumSet.copyOf(gates);
        if (amount.isNegative()) {
            throw new IllegalArgumentException("the amount of a tranche must not be negative");
        }
    }

    /** The highest permitted advance, rounded down to the cent. */
    public Money advance() {
        return advancePercent == null ? Money.ZERO : amount.share(advancePercent, 100);
    }

    /** The matching money that must be evidenced before the tranche is paid. */
    public Money matchingMoneyNeeded() {
        return match == null ? Money.ZERO : match.neededFor(amount);
    }

    /** A copy with another period. The deadlines move by as many days as the last day of the period. */
    public PlannedTranche withPeriod(LocalDate from, LocalDate to) {
        var moved = ChronoUnit.DAYS.between(period.to(), to);
        return new PlannedTranche(
                id,
                number,
                amount,
                new DateRange(from, to),
                gates,
                claimBy.plusDays(moved),
                advancePercent,
                reportBy == null ? null : reportBy.plusDays(moved),
                match);
    }

    /**
     * A copy whose deadlines are not before their terms, counted from {@code day}.
     *
     * @param day the first day on which a claim on the tranche could be filed
     */
    public PlannedTranche withDeadlinesFrom(LocalDate day, TranchePlanRule.DeadlineTerms terms) {
        var report = terms.reportWithinMonths();
        return withDeadlines(
                later(claimBy, day.plusMonths(terms.claimWithinMonths())),
                reportBy == null || report == null ? reportBy : later(reportBy, day.plusMonths(report)));
    }

    /** A copy whose deadlines are not before the deadlines of {@code other}, another version of this tranche. */
    public PlannedTranche withDeadlinesNotBefore(PlannedTranche other) {
        return withDeadlines(
                later(claimBy, other.claimBy),
                reportBy == null || other.reportBy == null ? reportBy : later(reportBy, other.reportBy));
    }

    private PlannedTranche withDeadlines(LocalDate newClaimBy, @Nullable LocalDate newReportBy) {
        return new PlannedTranche(id, number, amount, period, gates, newClaimBy, advancePercent, newReportBy, match);
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    PlannedTranche withNumber(int newNumber) {
        return new PlannedTranche(id, newNumber, amount, period, gates, claimBy, advancePercent, reportBy, match);
    }

    public PlannedTranche with(Money newAmount) {
        return new PlannedTranche(id, number, newAmount, period, gates, claimBy, advancePercent, reportBy, match);
    }
}
