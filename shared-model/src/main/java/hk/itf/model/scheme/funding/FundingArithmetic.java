package hk.itf.model.scheme.funding;

import static hk.itf.model.NamedValue.value;

import hk.itf.model.DomainException;
import hk.itf.model.Wording;
import hk.itf.model.money.Money;
import hk.itf.model.scheme.allowance.RemainingAllowances;
import hk.itf.model.scheme.question.Answers;
import hk.itf.model.scheme.value.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Evaluates the funding formulas, and writes one entitlement line for each step of the calculation. */
final class FundingArithmetic {

    private FundingArithmetic() {}

    static Entitlement evaluate(FundingFormula formula, Answers answers, RemainingAllowances allowances) {
        return switch (formula) {
            case FundingFormula.Fixed(var amount, var source) ->
                new Entitlement(amount, List.of(new Entitlement.Line(Wording.of("entitlement.fixed"), amount, source)));
            case FundingFormula.ShareOfCosts share -> {
                var costs = share.costs().evaluate(answers).orElseThrow(FundingFormula.missing(share.costs()));
                var amount = costs.share(share.government(), share.government() + share.applicant());
                yield new Entitlement(
                        amount,
                        List.of(new Entitlement.Line(
                                Wording.of(
                                        "entitlement.share-of-costs",
                                        value("government", share.government()),
                                        value("parts", share.government() + share.applicant()),
                                        value("costs", costs)),
                                amount,
                                share.source())));
            }
            case FundingFormula.MonthlyTable table -> monthly(table, answers);
            case FundingFormula.PerRow perRow -> perRow(perRow, answers);
            case FundingFormula.Matching matching -> matching(matching, answers);
            case FundingFormula.RequestedAmount(var amount, var source) -> {
                var requested = amount.evaluate(answers).orElseThrow(FundingFormula.missing(amount));
                yield new Entitlement(
                        requested,
                        List.of(new Entitlement.Line(Wording.of("entitlement.requested"), requested, source)));
            }
            case FundingFormula.WithMinimum notBelow ->
                withMinimum(notBelow, notBelow.of().evaluate(answers, allowances));
            case FundingFormula.ByChoice choice -> choice.chosen(answers).evaluate(answers, allowances);
            case FundingFormula.RemainingAllowance cap -> remainingAllowance(cap, allowances);
            case FundingFormula.NoFunding(var source) -> new Entitlement(Money.ZERO, List.of());
            case FundingFormula.LesserOf(var parts) -> {
                var evaluated = parts.stream()
                        .map(part -> part.evaluate(answers, allowances))
                        .toList();
                var least = evaluated.stream()
                        .map(Entitlement::amount)
                        .reduce(Money::min)
                        .orElseThrow();
                var lines = new ArrayList<>(evaluated.stream()
                        .flatMap(each -> each.lines().stream())
                        .toList());
                lines.add(new Entitlement.Line(Wording.of("entitlement.lowest"), least, Source.of("arithmetic")));
                yield new Entitlement(least, lines);
            }
        };
    }

    static Money claimable(FundingFormula formula, Answers answers, int unit, Money paid) {
        return switch (formula) {
            case FundingFormula.Fixed fixed -> paid.min(fixed.amount());
            case FundingFormula.ShareOfCosts share ->
                paid.share(share.government(), share.government() + share.applicant());
            case FundingFormula.MonthlyTable table -> table.month(answers, unit, paid);
            case FundingFormula.PerRow perRow -> {
                // The amount granted in the application is the limit: the applicant bears a higher fee.
                var applied = answers.rows(perRow.rows())
                        .filter(rows -> unit <= rows.size())
                        .flatMap(rows -> rows.get(unit - 1).money(perRow.cost()))
                        .orElse(Money.ZERO);
                yield perRow.granted(answers, paid).min(perRow.granted(answers, applied));
            }
            case FundingFormula.Matching matching ->
                paid.share(matching.government(), matching.government() + matching.match());
            case FundingFormula.RequestedAmount(var amount, var source) -> amount.evaluateForPaid(answers, paid);
            case FundingFormula.WithMinimum(var least, var of, var source) -> of.claimable(answers, unit, paid);
            case FundingFormula.ByChoice choice -> choice.chosen(answers).claimable(answers, unit, paid);
            // The allowance already limited the award, and the tranche limits the claim.
            case FundingFormula.RemainingAllowance cap -> paid;
            case FundingFormula.NoFunding nothing -> Money.ZERO;
            case FundingFormula.LesserOf(var parts) ->
                parts.stream()
                        .map(part -> part.claimable(answers, unit, paid))
                        .reduce(Money::min)
                        .orElseThrow();
        };
    }

    private static Entitlement monthly(FundingFormula.MonthlyTable table, Answers answers) {
        var chosen = table.rowFor(answers);
        var paid = answers.money(table.paid()).orElseThrow(FundingFormula.missing(table.paid()));
        int months = answers.count(table.months()).orElseThrow(FundingFormula.missing(table.months()));

        var lines = new ArrayList<Entitlement.Line>();
        var base = paid.min(chosen.ceiling());
        lines.add(new Entitlement.Line(
                Wording.of("entitlement.month", value("paid", paid), value("ceiling", chosen.ceiling())),
                base,
                chosen.source()));
        var amount = base.times(months);
        lines.add(new Entitlement.Line(
                Wording.of("entitlement.months", value("amount", base), value("months", months)),
                amount,
                Source.of("arithmetic")));
        if (chosen.supplement().isPositive()) {
            var supplemented = Math.min(months, chosen.supplementMonths());
            var supplement = chosen.supplement().times(supplemented);
            lines.add(new Entitlement.Line(
                    Wording.of(
                            "entitlement.supplement",
                            value("amount", chosen.supplement()),
                            value("months", supplemented)),
                    supplement,
                    chosen.source()));
            amount = amount.plus(supplement);
        }
        return new Entitlement(amount, lines);
    }

    private static Entitlement perRow(FundingFormula.PerRow perRow, Answers answers) {
        var rows = answers.rows(perRow.rows()).orElseThrow(FundingFormula.missing(perRow.rows()));
        var lines = new ArrayList<Entitlement.Line>();
        for (var number = 1; number <= rows.size(); number++) {
            var cost = rows.get(number - 1).money(perRow.cost()).orElseThrow(FundingFormula.missing(perRow.rows()));
            lines.add(new Entitlement.Line(
                    rowWording(perRow, answers, number, cost), perRow.granted(answers, cost), perRow.source()));
        }
        return new Entitlement(
                Money.sum(lines.stream().map(Entitlement.Line::amount).toList()), lines);
    }

    private static Wording rowWording(FundingFormula.PerRow perRow, Answers answers, int number, Money cost) {
        int parts = perRow.government() + perRow.applicant();
        return Optional.ofNullable(perRow.ceiling())
                .flatMap(ceiling -> ceiling.evaluate(answers))
                .map(most -> Wording.of(
                        "entitlement.row-with-ceiling",
                        value("number", number),
                        value("government", perRow.government()),
                        value("parts", parts),
                        value("cost", cost),
                        value("ceiling", most)))
                .orElseGet(() -> Wording.of(
                        "entitlement.row",
                        value("number", number),
                        value("government", perRow.government()),
                        value("parts", parts),
                        value("cost", cost)));
    }

    /** The unused part of an allowance. An allowance that does not apply to the application sets no limit. */
    private static Entitlement remainingAllowance(
            FundingFormula.RemainingAllowance cap, RemainingAllowances allowances) {
        return allowances
                .remaining(cap.allowance())
                .map(left -> new Entitlement(
                        left,
                        List.of(new Entitlement.Line(
                                Wording.of("entitlement.allowance", value("allowance", cap.allowance())),
                                left,
                                cap.source()))))
                .orElseGet(() -> new Entitlement(Money.ofCents(Long.MAX_VALUE), List.of()));
    }

    /**
     * Matching money in kind counts up to {@code p} percent of all matching money that counts, which is p / (100 - p) of
     * the cash.
     */
    private static Entitlement matching(FundingFormula.Matching matching, Answers answers) {
        var lines = new ArrayList<Entitlement.Line>();
        var cash = matching.cash().evaluate(answers).orElseThrow(FundingFormula.missing(matching.cash()));
        lines.add(new Entitlement.Line(Wording.of("entitlement.cash"), cash, matching.source()));
        var match = cash;
        if (matching.inKind() != null) {
            var offered = matching.inKind().evaluate(answers).orElse(Money.ZERO);
            var counted = offered.min(cash.share(matching.inKindPercent(), 100L - matching.inKindPercent()));
            lines.add(new Entitlement.Line(
                    counted.equals(offered)
                            ? Wording.of("entitlement.in-kind")
                            : Wording.of(
                                    "entitlement.in-kind-limited",
                                    value("offered", offered),
                                    value("percent", matching.inKindPercent())),
                    counted,
                    matching.source()));
            match = match.plus(counted);
        }
        var granted = match.share(matching.government(), matching.match());
        lines.add(new Entitlement.Line(
                Wording.of(
                        "entitlement.matching",
                        value("government", matching.government()),
                        value("match", matching.match()),
                        value("matching", match)),
                granted,
                matching.source()));
        return new Entitlement(granted, lines);
    }

    /** @throws DomainException {@code below-minimum} when {@code entitlement} is less than the minimum of the rule */
    private static Entitlement withMinimum(FundingFormula.WithMinimum rule, Entitlement entitlement) {
        if (rule.least().exceeds(entitlement.amount())) {
            throw DomainException.broken(
                    "below-minimum", value("entitlement", entitlement.amount()), value("least", rule.least()));
        }
        return entitlement;
    }
}
