package hk.itf.applications.claimline;

import static hk.itf.model.NamedValue.value;

import hk.itf.applications.grant.GrantTranche;
import hk.itf.model.DomainException;
import hk.itf.model.Violation;
import hk.itf.model.event.ClaimFiling;
import hk.itf.model.id.TrancheId;
import hk.itf.model.money.Money;
import hk.itf.model.scheme.funding.FundingFormula;
import hk.itf.model.scheme.question.Answers;
import hk.itf.model.scheme.value.DateRange;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/**
 * Calculates claim lines by month. A month starts on the day of the month on which the tranche starts. A last month cut
 * short counts in proportion to its days (demo-default). A line claims at most the month's share of the tranche amount, so
 * a claim never exceeds its tranche.
 */
final class MonthlyClaimLines {

    /**
     * A month of a tranche.
     *
     * @param days the days of the month that are in the tranche
     * @param full all days of the month
     */
    private record Month(DateRange days, DateRange full) {}

    private MonthlyClaimLines() {}

    /** @throws DomainException {@code invalid-claim} with every fault and its pointer */
    static List<ClaimFiling.Line> lines(
            FundingFormula formula,
            Answers answers,
            GrantTranche tranche,
            List<GrantTranche> all,
            List<ClaimLineInput> given) {
        var months = months(tranche.period());
        requireValid(given, months.size());
        var shares = tranche.amount().isZero()
                ? months.stream().map(month -> Money.ZERO).toList()
                : tranche.amount()
                        .split(months.stream().map(MonthlyClaimLines::weight).toList());
        var monthsBefore = monthsBefore(tranche.id(), all);
        return given.stream()
                .map(line -> {
                    int number = line.month().orElseThrow();
                    var month = months.get(number - 1);
                    var allowed = formula.claimable(answers, monthsBefore + number, line.paid())
                            .share(month.days().days(), month.full().days());
                    return new ClaimFiling.Line(number, month.days(), line.paid(), allowed.min(shares.get(number - 1)));
                })
                .toList();
    }

    private static int monthsBefore(TrancheId tranche, List<GrantTranche> all) {
        var months = 0;
        for (var each : all) {
            if (each.id().equals(tranche)) {
                return months;
            }
            months += months(each.period()).size();
        }
        return months;
    }

    /** The length of the month in ten-thousandths of a full month. */
    private static long weight(Month month) {
        return month.days().days() * 10_000 / month.full().days();
    }

    private static List<Month> months(DateRange period) {
        var months = new ArrayList<Month>();
        var number = 0L;
        for (LocalDate start = period.from();
                !start.isAfter(period.to());
                start = period.from().plusMonths(number)) {
            number++;
            var end = period.from().plusMonths(number).minusDays(1);
            var full = new DateRange(start, end);
            months.add(new Month(end.isAfter(period.to()) ? new DateRange(start, period.to()) : full, full));
        }
        return months;
    }

    private static void requireValid(List<ClaimLineInput> given, int months) {
        var faults = new ArrayList<Violation>();
        var seen = new HashSet<Integer>();
        if (given.isEmpty()) {
            faults.add(Violation.required("/lines"));
        }
        for (var i = 0; i < given.size(); i++) {
            var line = given.get(i);
            int month = line.month().orElse(0);
            if (line.month().isEmpty()) {
                faults.add(Violation.required("/lines/" + i + "/month"));
            } else if (month < 1 || month > months) {
                faults.add(Violation.of("/lines/" + i + "/month", "out-of-range.month", value("months", months)));
            } else if (!seen.add(month)) {
                faults.add(Violation.of("/lines/" + i + "/month", "twice.month"));
            }
            if (line.row().isPresent() || !line.evidence().isEmpty()) {
                faults.add(Violation.of("/lines/" + i, "not-asked.monthly-line"));
            }
            if (line.paid().isNegative()) {
                faults.add(Violation.of("/lines/" + i + "/paid", "negative.paid"));
            }
        }
        if (!faults.isEmpty()) {
            throw DomainException.invalid("invalid-claim", faults);
        }
    }
}
