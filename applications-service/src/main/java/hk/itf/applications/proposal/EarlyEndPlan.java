package hk.itf.applications.proposal;

import static hk.itf.model.NamedValue.value;

import hk.itf.model.DomainException;
import hk.itf.model.money.Money;
import hk.itf.model.scheme.tranche.PlannedTranche;
import hk.itf.model.scheme.tranche.TranchePlan;
import hk.itf.model.scheme.value.DateRange;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Shortens a plan to an earlier last day. Tranches that end by the last day stay. The tranche that contains the last day
 * keeps its full months and a part of the last month, in proportion to days (demo-default). Later tranches are removed.
 */
public final class EarlyEndPlan {

    private EarlyEndPlan() {}

    /** @throws DomainException {@code not-an-early-end} unless the last day is in the plan and before its last day */
    public static TranchePlan shorten(TranchePlan plan, LocalDate lastDay) {
        var tranches = plan.tranches();
        if (tranches.isEmpty()) {
            throw DomainException.broken("not-an-early-end.no-tranches");
        }
        var firstDay = tranches.getFirst().period().from();
        var plannedEnd = tranches.getLast().period().to();
        if (lastDay.isBefore(firstDay) || !lastDay.isBefore(plannedEnd)) {
            throw DomainException.broken(
                    "not-an-early-end", value("firstDay", firstDay), value("plannedEnd", plannedEnd));
        }
        var kept = new ArrayList<PlannedTranche>();
        for (var tranche : tranches) {
            if (!tranche.period().to().isAfter(lastDay)) {
                kept.add(tranche);
            } else if (tranche.period().contains(lastDay)) {
                kept.add(shortenTranche(tranche, lastDay));
            }
        }
        return new TranchePlan(kept);
    }

    private static PlannedTranche shortenTranche(PlannedTranche tranche, LocalDate lastDay) {
        var months = new ArrayList<DateRange>();
        for (long number = 0;
                !tranche.period()
                        .from()
                        .plusMonths(number)
                        .isAfter(tranche.period().to());
                number++) {
            months.add(new DateRange(
                    tranche.period().from().plusMonths(number),
                    tranche.period().from().plusMonths(number + 1).minusDays(1)));
        }
        var shares = tranche.amount().isZero()
                ? months.stream().map(month -> Money.ZERO).toList()
                : tranche.amount().split(months.stream().map(month -> 1L).toList());
        var amounts = new ArrayList<Money>();
        for (var i = 0; i < months.size(); i++) {
            var month = months.get(i);
            if (!month.to().isAfter(lastDay)) {
                amounts.add(shares.get(i));
            } else if (month.contains(lastDay)) {
                amounts.add(shares.get(i).share(new DateRange(month.from(), lastDay).days(), month.days()));
            }
        }
        return tranche.withPeriod(tranche.period().from(), lastDay).with(Money.sum(List.copyOf(amounts)));
    }
}
