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
 * One instalment as promised.
 *
 * @param number 1 for the first
 * @param period the days it pays for
 * @param claimBy the last day (Hong Kong) on which its claim may be filed
 * @param reportBy the last day (Hong Kong) on which what has to be reported for it is in time; null when nothing has to be
 * @param match the ratio in which matching money has to be evidenced for it; null when none has to be
 * @param advancePercent how much of it may be paid in advance, on request; null when nothing may
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
            throw new IllegalArgumentException("a tranche is never negative");
        }
    }

    /** The most that may be paid in advance, rounded down. */
    public Money advance() {
        return advancePercent == null ? Money.ZERO : amount.share(advancePercent, 100);
    }

    /** The least that others have to bring before it is paid. */
    public Money matchingMoneyNeeded() {
        return match == null ? Money.ZERO : match.neededFor(amount);
    }

    /** The same, with its last day at {@code to} and its deadlines moved with it. */
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

    /** The same, with each deadline no nearer than its term from a day before which nothing could be filed for it. */
    public PlannedTranche withDeadlinesFrom(LocalDate day, TranchePlanRule.DeadlineTerms terms) {
        var report = terms.reportWithinMonths();
        return withDeadlines(
                later(claimBy, day.plusMonths(terms.claimWithinMonths())),
                reportBy == null || report == null ? reportBy : later(reportBy, day.plusMonths(report)));
    }

    /** The same, with its deadlines no nearer than those of another version of it. */
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
