package hk.itf.model.scheme.funding;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import hk.itf.model.DomainException;
import hk.itf.model.Violation;
import hk.itf.model.money.Money;
import hk.itf.model.scheme.allowance.RemainingAllowances;
import hk.itf.model.scheme.question.AmountExpression;
import hk.itf.model.scheme.question.Answers;
import hk.itf.model.scheme.question.QuestionId;
import hk.itf.model.scheme.value.RuleId;
import hk.itf.model.scheme.value.Source;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How a scheme turns answers into an amount. A new kind is a new record and a new case, nothing more; kinds describe
 * arithmetic, never a scheme. Shares round down to the cent.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = FundingFormula.Fixed.class, name = "fixed"),
    @JsonSubTypes.Type(value = FundingFormula.ShareOfCosts.class, name = "share-of-costs"),
    @JsonSubTypes.Type(value = FundingFormula.MonthlyTable.class, name = "monthly-table"),
    @JsonSubTypes.Type(value = FundingFormula.PerRow.class, name = "per-row"),
    @JsonSubTypes.Type(value = FundingFormula.RemainingAllowance.class, name = "remaining-allowance"),
    @JsonSubTypes.Type(value = FundingFormula.Matching.class, name = "matching"),
    @JsonSubTypes.Type(value = FundingFormula.RequestedAmount.class, name = "up-to"),
    @JsonSubTypes.Type(value = FundingFormula.WithMinimum.class, name = "not-below"),
    @JsonSubTypes.Type(value = FundingFormula.ByChoice.class, name = "by-choice"),
    @JsonSubTypes.Type(value = FundingFormula.LesserOf.class, name = "lesser-of"),
    @JsonSubTypes.Type(value = FundingFormula.NoFunding.class, name = "nothing")
})
public sealed interface FundingFormula {

    /** Always the same amount. */
    record Fixed(Money amount, Source source) implements FundingFormula {}

    /** {@code government} parts of every {@code government + applicant} parts of the costs. */
    record ShareOfCosts(int government, int applicant, AmountExpression costs, Source source)
            implements FundingFormula {
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

    /**
     * The same share of what each row costs (a trainee's fee), each rounded down for itself, each up to a ceiling.
     *
     * @param rows the rows question
     * @param cost its money column
     * @param ceiling the most granted for one row; null when nothing limits it
     */
    record PerRow(
            QuestionId rows,
            QuestionId cost,
            int government,
            int applicant,
            @Nullable AmountExpression ceiling,
            Source source)
            implements FundingFormula {
        public PerRow {
            if (government < 1 || applicant < 0) {
                throw new IllegalArgumentException("a share has a positive government part");
            }
        }

        /** What is granted for one row when {@code paid} was paid for it. */
        Money granted(Answers answers, Money paid) {
            var share = paid.share(government, government + applicant);
            return ceiling == null ? share : share.min(ceiling.evaluate(answers).orElse(share));
        }
    }

    /** What is left of a cap for the subject and period of the case. */
    record RemainingAllowance(RuleId allowance, Source source) implements FundingFormula {}

    /**
     * {@code government} parts for every {@code match} parts that others bring in cash and in kind.
     *
     * @param inKind what is brought in kind; null where only cash counts
     * @param inKindPercent at most so many hundredths of the match that counts are in kind
     */
    record Matching(
            int government,
            int match,
            AmountExpression cash,
            @Nullable AmountExpression inKind,
            int inKindPercent,
            Source source)
            implements FundingFormula {
        public Matching {
            if (government < 1 || match < 1 || inKindPercent < 0 || inKindPercent > 99) {
                throw new IllegalArgumentException("a match has positive parts, and is never all in kind");
            }
        }
    }

    /** What the answers ask for, such as what nobody else pays of the costs. */
    record RequestedAmount(AmountExpression amount, Source source) implements FundingFormula {}

    /** What another formula comes to, or nothing at all when that is too little. */
    record WithMinimum(Money least, FundingFormula of, Source source) implements FundingFormula {}

    /** The formula that an answer chooses. */
    record ByChoice(QuestionId question, Map<String, FundingFormula> of) implements FundingFormula {
        public ByChoice {
            of = Map.copyOf(of);
        }

        private FundingFormula chosen(Answers answers) {
            var chosen = answers.choice(question).map(of::get).orElse(null);
            if (chosen == null) {
                throw missing(question).get();
            }
            return chosen;
        }
    }

    /** No money: what is approved is the case itself, such as an entry of a register. */
    record NoFunding(Source source) implements FundingFormula {}

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
     * @param usage what is left of the caps the formula names
     * @throws DomainException {@code answers-incomplete} when an answer the formula needs is missing
     */
    default Entitlement evaluate(Answers answers, RemainingAllowances usage) {
        return switch (this) {
            case Fixed(var amount, var source) ->
                new Entitlement(amount, List.of(new Entitlement.Line("a fixed amount", amount, source)));
            case ShareOfCosts share -> {
                var costs = share.costs().evaluate(answers).orElseThrow(missing(share.costs()));
                var amount = costs.share(share.government(), share.government() + share.applicant());
                yield new Entitlement(
                        amount,
                        List.of(new Entitlement.Line(
                                "%d of every %d parts of costs of %s"
                                        .formatted(share.government(), share.government() + share.applicant(), costs),
                                amount,
                                share.source())));
            }
            case MonthlyTable table -> FundingArithmetic.monthly(table, answers);
            case PerRow perRow -> FundingArithmetic.perRow(perRow, answers);
            case Matching matching -> FundingArithmetic.matching(matching, answers);
            case RequestedAmount(var amount, var source) -> {
                var asked = amount.evaluate(answers).orElseThrow(missing(amount));
                yield new Entitlement(asked, List.of(new Entitlement.Line("what is asked for", asked, source)));
            }
            case WithMinimum notBelow ->
                FundingArithmetic.withMinimum(notBelow, notBelow.of().evaluate(answers, usage));
            case ByChoice choice -> choice.chosen(answers).evaluate(answers, usage);
            case RemainingAllowance cap -> FundingArithmetic.remainingAllowance(cap, usage);
            case NoFunding(var source) -> new Entitlement(Money.ZERO, List.of());
            case LesserOf(var parts) -> {
                var evaluated = parts.stream()
                        .map(part -> part.evaluate(answers, usage))
                        .toList();
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
     * What one unit of the case comes to for what was really paid: a whole month, a row, or where the formula knows
     * neither, a cost.
     *
     * @param unit the month or row of the case, 1 is the first
     */
    default Money claimable(Answers answers, int unit, Money paid) {
        return switch (this) {
            case Fixed fixed -> paid.min(fixed.amount());
            case ShareOfCosts share -> paid.share(share.government(), share.government() + share.applicant());
            case MonthlyTable table -> table.month(answers, unit, paid);
            case PerRow perRow -> {
                // What was applied for is the most: a fee that rose is the applicant's.
                var applied = answers.rows(perRow.rows())
                        .filter(rows -> unit <= rows.size())
                        .flatMap(rows -> rows.get(unit - 1).money(perRow.cost()))
                        .orElse(Money.ZERO);
                yield perRow.granted(answers, paid).min(perRow.granted(answers, applied));
            }
            case Matching matching -> paid.share(matching.government(), matching.government() + matching.match());
            case RequestedAmount(var amount, var source) -> amount.evaluateForPaid(answers, paid);
            case WithMinimum(var least, var of, var source) -> of.claimable(answers, unit, paid);
            case ByChoice choice -> choice.chosen(answers).claimable(answers, unit, paid);
            // The cap was applied to the award; the tranche carries it on.
            case RemainingAllowance cap -> paid;
            case NoFunding nothing -> Money.ZERO;
            case LesserOf(var parts) ->
                parts.stream()
                        .map(part -> part.claimable(answers, unit, paid))
                        .reduce(Money::min)
                        .orElseThrow();
        };
    }

    /** Every question the formula needs. */
    default Set<QuestionId> questions() {
        return switch (this) {
            case Fixed fixed -> Set.of();
            case ShareOfCosts share -> share.costs().questions();
            case PerRow perRow -> union(Set.of(perRow.rows()), ofAmount(perRow.ceiling()));
            case RemainingAllowance cap -> Set.of();
            case Matching matching -> union(matching.cash().questions(), ofAmount(matching.inKind()));
            case RequestedAmount(var amount, var source) -> amount.questions();
            case WithMinimum(var least, var of, var source) -> of.questions();
            case ByChoice(var question, var of) -> union(Set.of(question), ofAll(of.values()));
            case NoFunding nothing -> Set.of();
            case MonthlyTable table -> union(Set.of(table.row()), union(Set.of(table.paid()), Set.of(table.months())));
            case LesserOf(var parts) -> ofAll(parts);
        };
    }

    private static Set<QuestionId> ofAmount(@Nullable AmountExpression amount) {
        return amount == null ? Set.of() : amount.questions();
    }

    private static Set<QuestionId> ofAll(Collection<FundingFormula> formulas) {
        return formulas.stream().flatMap(each -> each.questions().stream()).collect(Collectors.toSet());
    }

    private static Set<QuestionId> union(Set<QuestionId> some, Set<QuestionId> others) {
        var all = new HashSet<>(some);
        all.addAll(others);
        return all;
    }

    static Supplier<DomainException> missing(AmountExpression amount) {
        return missing(amount.questions().iterator().next());
    }

    static Supplier<DomainException> missing(QuestionId question) {
        return () -> DomainException.broken(
                "answers-incomplete",
                "The amount cannot be worked out before this is answered.",
                List.of(Violation.required("/answers/" + question)));
    }
}
