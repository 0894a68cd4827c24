package hk.itf.model.scheme;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import hk.itf.model.DomainException;
import hk.itf.model.Violation;
import hk.itf.model.money.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How a scheme turns answers into an amount. A new kind is a new record and a new case, nothing more; kinds describe
 * arithmetic, never a scheme. Shares round down to the cent.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = FundingFormula.Fixed.class, name = "fixed"),
    @JsonSubTypes.Type(value = FundingFormula.ShareOfCosts.class, name = "share-of-costs"),
    @JsonSubTypes.Type(value = FundingFormula.MonthlyTable.class, name = "monthly-table"),
    @JsonSubTypes.Type(value = FundingFormula.LesserOf.class, name = "lesser-of")
})
public sealed interface FundingFormula {

    /** Always the same amount. */
    record Fixed(Money amount, Source source) implements FundingFormula {}

    /** {@code government} parts of every {@code government + applicant} parts of the costs. */
    record ShareOfCosts(int government, int applicant, QuestionId costs, Source source) implements FundingFormula {
        public ShareOfCosts {
            if (government < 1 || applicant < 0) {
                throw new IllegalArgumentException("a share has a positive government part");
            }
        }
    }

    /**
     * A ceiling a month against what is really paid a month, and a supplement on top, by the row an answer chooses.
     *
     * @param row the choice question that picks the row
     * @param paid the money question that tells what is paid a month
     * @param months the count question that tells for how many months
     */
    record MonthlyTable(QuestionId row, QuestionId paid, QuestionId months, Map<String, Row> rows)
            implements FundingFormula {

        /**
         * @param ceiling the most granted a month against what is paid
         * @param supplement granted a month on top, whatever is paid
         * @param supplementMonths for how many months the supplement is granted at most
         */
        public record Row(Money ceiling, Money supplement, int supplementMonths, Source source) {}

        public MonthlyTable {
            rows = Map.copyOf(rows);
        }

        /** What one whole month comes to when {@code paidInMonth} was paid in it, month {@code number} of the case. */
        public Money month(Answers answers, int number, Money paidInMonth) {
            var chosen = rowFor(answers);
            var supplement = number <= chosen.supplementMonths() ? chosen.supplement() : Money.ZERO;
            return paidInMonth.min(chosen.ceiling()).plus(supplement);
        }

        Row rowFor(Answers answers) {
            var row = answers.choice(this.row).map(rows::get).orElse(null);
            if (row == null) {
                throw missing(this.row).get();
            }
            return row;
        }
    }

    /** The smallest of its parts. */
    record LesserOf(List<FundingFormula> parts) implements FundingFormula {
        public LesserOf {
            parts = List.copyOf(parts);
            if (parts.isEmpty()) {
                throw new IllegalArgumentException("the lesser of nothing");
            }
        }
    }

    /**
     * The amount and how it came about.
     *
     * @throws DomainException {@code answers-incomplete} when an answer the formula needs is missing
     */
    default Entitlement evaluate(Answers answers) {
        return switch (this) {
            case Fixed(var amount, var source) ->
                new Entitlement(amount, List.of(new Entitlement.Line("a fixed amount", amount, source)));
            case ShareOfCosts share -> {
                var costs = answers.money(share.costs()).orElseThrow(missing(share.costs()));
                var amount = costs.share(share.government(), share.government() + share.applicant());
                yield new Entitlement(
                        amount,
                        List.of(new Entitlement.Line(
                                "%d of every %d parts of costs of %s"
                                        .formatted(share.government(), share.government() + share.applicant(), costs),
                                amount,
                                share.source())));
            }
            case MonthlyTable table -> monthly(table, answers);
            case LesserOf(var parts) -> {
                var evaluated =
                        parts.stream().map(part -> part.evaluate(answers)).toList();
                var least = evaluated.stream()
                        .map(Entitlement::amount)
                        .reduce(Money::min)
                        .orElseThrow();
                var lines = new ArrayList<>(evaluated.stream()
                        .flatMap(each -> each.lines().stream())
                        .toList());
                lines.add(new Entitlement.Line("the least of these", least, Source.of("arithmetic")));
                yield new Entitlement(least, lines);
            }
        };
    }

    /**
     * What one whole month (or, where the formula knows no months, one claimed cost) comes to for what was really paid.
     *
     * @param month the month of the case, 1 is the first
     */
    default Money claimable(Answers answers, int month, Money paid) {
        return switch (this) {
            case Fixed fixed -> paid.min(fixed.amount());
            case ShareOfCosts share -> paid.share(share.government(), share.government() + share.applicant());
            case MonthlyTable table -> table.month(answers, month, paid);
            case LesserOf(var parts) ->
                parts.stream()
                        .map(part -> part.claimable(answers, month, paid))
                        .reduce(Money::min)
                        .orElseThrow();
        };
    }

    /** Every question the formula needs. */
    default Set<QuestionId> questions() {
        return switch (this) {
            case Fixed fixed -> Set.of();
            case ShareOfCosts share -> Set.of(share.costs());
            case MonthlyTable table ->
                Stream.of(table.row(), table.paid(), table.months()).collect(Collectors.toSet());
            case LesserOf(var parts) ->
                parts.stream().flatMap(part -> part.questions().stream()).collect(Collectors.toSet());
        };
    }

    private static Entitlement monthly(MonthlyTable table, Answers answers) {
        var chosen = table.rowFor(answers);
        var paid = answers.money(table.paid()).orElseThrow(missing(table.paid()));
        int months = answers.count(table.months()).orElseThrow(missing(table.months()));

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

    private static Supplier<DomainException> missing(QuestionId question) {
        return () -> new DomainException(
                DomainException.Kind.RULE_BROKEN,
                "answers-incomplete",
                "The amount cannot be worked out before this is answered.",
                List.of(Violation.required("/answers/" + question)));
    }
}
