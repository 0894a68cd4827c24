package hk.itf.model.scheme.funding;

import static hk.itf.model.NamedValue.value;

import hk.itf.model.DomainException;
import hk.itf.model.money.Money;
import hk.itf.model.scheme.allowance.RemainingAllowances;
import hk.itf.model.scheme.question.Answers;
import hk.itf.model.scheme.value.Source;
import java.util.ArrayList;
import java.util.List;

/** Evaluates the funding formulas that need several steps and writes one entitlement line for each step. */
final class FundingArithmetic {

    private FundingArithmetic() {}

    static Entitlement monthly(FundingFormula.MonthlyTable table, Answers answers) {
        var chosen = table.rowFor(answers);
        var paid = answers.money(table.paid()).orElseThrow(FundingFormula.missing(table.paid()));
        int months = answers.count(table.months()).orElseThrow(FundingFormula.missing(table.months()));

        var lines = new ArrayList<Entitlement.Line>();
        var base = paid.min(chosen.ceiling());
        lines.add(new Entitlement.Line(
                "Per month: the lower of the paid amount (%s) and the ceiling (%s)".formatted(paid, chosen.ceiling()),
                base,
                chosen.source()));
        var amount = base.times(months);
        lines.add(new Entitlement.Line(
                "%s a month for %d months".formatted(base, months), amount, Source.of("arithmetic")));
        if (chosen.supplement().isPositive()) {
            var supplemented = Math.min(months, chosen.supplementMonths());
            var supplement = chosen.supplement().times(supplemented);
            lines.add(new Entitlement.Line(
                    "Supplement of %s a month for %d months".formatted(chosen.supplement(), supplemented),
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
                    "Row %d: %d of %d parts of %s%s"
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

    /** The unused part of an allowance. An allowance that does not apply to the application sets no limit. */
    static Entitlement remainingAllowance(FundingFormula.RemainingAllowance cap, RemainingAllowances allowances) {
        return allowances
                .remaining(cap.allowance())
                .map(left -> new Entitlement(
                        left,
                        List.of(new Entitlement.Line(
                                "Unused part of the allowance " + cap.allowance(), left, cap.source()))))
                .orElseGet(() -> new Entitlement(Money.ofCents(Long.MAX_VALUE), List.of()));
    }

    /**
     * Matching money in kind counts up to {@code p} percent of all matching money that counts, which is p / (100 - p) of
     * the cash.
     */
    static Entitlement matching(FundingFormula.Matching matching, Answers answers) {
        var lines = new ArrayList<Entitlement.Line>();
        var cash = matching.cash().evaluate(answers).orElseThrow(FundingFormula.missing(matching.cash()));
        lines.add(new Entitlement.Line("Matching money in cash", cash, matching.source()));
        var match = cash;
        if (matching.inKind() != null) {
            var offered = matching.inKind().evaluate(answers).orElse(Money.ZERO);
            var counted = offered.min(cash.share(matching.inKindPercent(), 100L - matching.inKindPercent()));
            lines.add(new Entitlement.Line(
                    counted.equals(offered)
                            ? "Matching money in kind"
                            : "Matching money in kind: %s offered; at most %d%% of the matching money may be in kind"
                                    .formatted(offered, matching.inKindPercent()),
                    counted,
                    matching.source()));
            match = match.plus(counted);
        }
        var granted = match.share(matching.government(), matching.match());
        lines.add(new Entitlement.Line(
                "Government money: %d for every %d of the matching money (%s)"
                        .formatted(matching.government(), matching.match(), match),
                granted,
                matching.source()));
        return new Entitlement(granted, lines);
    }

    /** @throws DomainException {@code below-minimum} when {@code entitlement} is less than the minimum of the rule */
    static Entitlement withMinimum(FundingFormula.WithMinimum rule, Entitlement entitlement) {
        if (rule.least().exceeds(entitlement.amount())) {
            throw DomainException.broken(
                    "below-minimum", value("entitlement", entitlement.amount()), value("least", rule.least()));
        }
        return entitlement;
    }
}
