package hk.itf.model.scheme.funding;

import hk.itf.model.DomainException;
import hk.itf.model.money.Money;
import hk.itf.model.scheme.allowance.RemainingAllowances;
import hk.itf.model.scheme.question.Answers;
import hk.itf.model.scheme.value.Source;
import java.util.ArrayList;
import java.util.List;

/** The steps of the formulas that take several, each explained. */
final class FundingArithmetic {

    private FundingArithmetic() {}

    static Entitlement monthly(FundingFormula.MonthlyTable table, Answers answers) {
        var chosen = table.rowFor(answers);
        var paid = answers.money(table.paid()).orElseThrow(FundingFormula.missing(table.paid()));
        int months = answers.count(table.months()).orElseThrow(FundingFormula.missing(table.months()));

        var lines = new ArrayList<Entitlement.Line>();
        var base = paid.min(chosen.ceiling());
        lines.add(new Entitlement.Line(
                "a month: the lesser of %s paid and the ceiling of %s".formatted(paid, chosen.ceiling()),
                base,
                chosen.source()));
        var amount = base.times(months);
        lines.add(new Entitlement.Line("%s for %d months".formatted(base, months), amount, Source.of("arithmetic")));
        if (chosen.supplement().isPositive()) {
            var supplemented = Math.min(months, chosen.supplementMonths());
            var supplement = chosen.supplement().times(supplemented);
            lines.add(new Entitlement.Line(
                    "a supplement of %s a month for %d months".formatted(chosen.supplement(), supplemented),
                    supplement,
                    chosen.source()));
            amount = amount.plus(supplement);
        }
        return new Entitlement(amount, lines);
    }

    static Entitlement perRow(FundingFormula.PerRow perRow, Answers answers) {
        var rows = answers.rows(perRow.rows()).orElseThrow(FundingFormula.missing(perRow.rows()));
        var lines = new ArrayList<Entitlement.Line>();
        for (var number = 1; number <= rows.size(); number++) {
            var cost = rows.get(number - 1).money(perRow.cost()).orElseThrow(FundingFormula.missing(perRow.rows()));
            lines.add(new Entitlement.Line(
                    "row %d: %d of every %d parts of %s%s"
                            .formatted(
                                    number,
                                    perRow.government(),
                                    perRow.government() + perRow.applicant(),
                                    cost,
                                    ceilingOf(perRow, answers)),
                    perRow.granted(answers, cost),
                    perRow.source()));
        }
        return new Entitlement(
                Money.sum(lines.stream().map(Entitlement.Line::amount).toList()), lines);
    }

    private static String ceilingOf(FundingFormula.PerRow perRow, Answers answers) {
        return perRow.ceiling() == null
                ? ""
                : perRow.ceiling()
                        .evaluate(answers)
                        .map(most -> ", at most " + most)
                        .orElse("");
    }

    /** A cap that does not count the case limits nothing. */
    static Entitlement remainingAllowance(FundingFormula.RemainingAllowance cap, RemainingAllowances usage) {
        return usage.remaining(cap.allowance())
                .map(left -> new Entitlement(
                        left, List.of(new Entitlement.Line("what is left of " + cap.allowance(), left, cap.source()))))
                .orElseGet(() -> new Entitlement(Money.ofCents(Long.MAX_VALUE), List.of()));
    }

    /** What is in kind counts up to its share of what counts in all: p / (100 - p) of the cash. */
    static Entitlement matching(FundingFormula.Matching matching, Answers answers) {
        var lines = new ArrayList<Entitlement.Line>();
        var cash = matching.cash().evaluate(answers).orElseThrow(FundingFormula.missing(matching.cash()));
        lines.add(new Entitlement.Line("matching money in cash", cash, matching.source()));
        var match = cash;
        if (matching.inKind() != null) {
            var brought = matching.inKind().evaluate(answers).orElse(Money.ZERO);
            var counted = brought.min(cash.share(matching.inKindPercent(), 100L - matching.inKindPercent()));
            lines.add(new Entitlement.Line(
                    counted.equals(brought)
                            ? "matching in kind"
                            : "matching in kind: %s is brought, and at most %d%% of the match counts in kind"
                                    .formatted(brought, matching.inKindPercent()),
                    counted,
                    matching.source()));
            match = match.plus(counted);
        }
        var granted = match.share(matching.government(), matching.match());
        lines.add(new Entitlement.Line(
                "%d for every %d of a match of %s".formatted(matching.government(), matching.match(), match),
                granted,
                matching.source()));
        return new Entitlement(granted, lines);
    }

    /** @throws DomainException {@code below-minimum} */
    static Entitlement withMinimum(FundingFormula.WithMinimum rule, Entitlement entitlement) {
        if (rule.least().exceeds(entitlement.amount())) {
            throw DomainException.broken(
                    "below-minimum",
                    "This comes to %s; nothing below %s is granted.".formatted(entitlement.amount(), rule.least()));
        }
        return entitlement;
    }
}
