package hk.itf.model.scheme.funding;

import static hk.itf.model.NamedValue.value;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import hk.itf.model.DomainException;
import hk.itf.model.Violation;
import hk.itf.model.money.Money;
import hk.itf.model.scheme.allowance.RemainingAllowances;
import hk.itf.model.scheme.question.AmountExpression;
import hk.itf.model.scheme.question.Answers;
import hk.itf.model.scheme.question.QuestionId;
import hk.itf.model.scheme.value.Bounds;
import hk.itf.model.scheme.value.RuleId;
import hk.itf.model.scheme.value.Source;
import hk.itf.model.scheme.value.Written;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How a scheme turns answers into an entitlement. Kinds describe arithmetic and never one scheme. Shares are rounded down
 * to the cent.
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

    /**
     * The same amount for every application.
     *
     * @param amount the amount, such as {@code 100000.00 HKD}
     * @param source where the amount comes from
     */
    record Fixed(Money amount, Source source) implements FundingFormula {}

    /**
     * A fixed share of the costs: of every {@code government + applicant} parts, the Government pays {@code government}.
     *
     * @param government the parts that the Government pays, such as 2
     * @param applicant the parts that the applicant pays, such as 1
     * @param costs the costs to share
     * @param source where the share comes from
     */
    record ShareOfCosts(
            @Bounds(min = 1, max = 1000) int government,
            @Bounds(min = 0, max = 1000) int applicant,
            AmountExpression costs,
            Source source)
            implements FundingFormula {
        public ShareOfCosts {
            if (government < 1 || applicant < 0) {
                throw new IllegalArgumentException("government must be at least 1 and applicant at least 0");
            }
        }
    }

    /**
     * For each month, the amount really paid up to a monthly ceiling, and a monthly supplement. An answer chooses the row
     * of the table.
     *
     * @param row the choice question that selects the row
     * @param paid the money question that gives the amount paid each month
     * @param months the count question that gives the number of months
     * @param rows one row for each option of the choice question, by option id
     */
    record MonthlyTable(
            QuestionId row,
            QuestionId paid,
            QuestionId months,
            @Bounds(min = 1) Map<@Written(Written.ID) String, Row> rows)
            implements FundingFormula {

        /**
         * One row of a monthly table.
         *
         * @param ceiling the most granted for one month, without the supplement
         * @param supplement granted for one month in addition; {@code 0.00 HKD} for none
         * @param supplementMonths the number of months for which the supplement is granted at most
         * @param source where the amounts come from
         */
        public record Row(
                Money ceiling,
                Money supplement,
                @Bounds(min = 0, max = 600) int supplementMonths,
                Source source) {}

        public MonthlyTable {
            rows = Map.copyOf(rows);
        }

        /** The amount claimable for one whole month. {@code number} counts the months of the grant from 1. */
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
     * A fixed share of the cost of each row, such as each trainee's fee. Each share is rounded down by itself.
     *
     * @param rows the question of kind {@code rows}
     * @param cost the money column with the cost of a row
     * @param government the parts that the Government pays, such as 2
     * @param applicant the parts that the applicant pays, such as 1
     * @param ceiling the most granted for one row; left out: no ceiling
     * @param source where the share comes from
     */
    record PerRow(
            QuestionId rows,
            QuestionId cost,
            @Bounds(min = 1, max = 1000) int government,
            @Bounds(min = 0, max = 1000) int applicant,
            @Nullable AmountExpression ceiling,
            Source source)
            implements FundingFormula {
        public PerRow {
            if (government < 1 || applicant < 0) {
                throw new IllegalArgumentException("government must be at least 1 and applicant at least 0");
            }
        }

        /** The amount granted for one row that cost {@code paid}. */
        Money granted(Answers answers, Money paid) {
            var share = paid.share(government, government + applicant);
            return ceiling == null ? share : share.min(ceiling.evaluate(answers).orElse(share));
        }
    }

    /**
     * The unused part of an allowance. Used as one part of {@code lesser-of}.
     *
     * @param allowance the id of an allowance of this scheme whose limit is an amount
     * @param source where the rule comes from
     */
    record RemainingAllowance(RuleId allowance, Source source) implements FundingFormula {}

    /**
     * Government money in a fixed ratio to matching money: {@code government} parts for every {@code match} parts.
     *
     * @param government the Government's parts, such as 1
     * @param match the parts of the matching money, such as 1
     * @param cash the matching money in cash
     * @param inKind the matching money in kind; left out: only cash counts
     * @param inKindPercent the highest percentage of the matching money that may be in kind
     * @param source where the ratio comes from
     */
    record Matching(
            @Bounds(min = 1, max = 1000) int government,
            @Bounds(min = 1, max = 1000) int match,
            AmountExpression cash,
            @Nullable AmountExpression inKind,
            @Bounds(min = 0, max = 99) int inKindPercent,
            Source source)
            implements FundingFormula {
        public Matching {
            if (government < 1 || match < 1 || inKindPercent < 0 || inKindPercent > 99) {
                throw new IllegalArgumentException(
                        "the parts of a matching ratio must be at least 1, and in-kind-percent must be 0 to 99");
            }
        }
    }

    /**
     * The amount that the applicant requests, such as costs less other income.
     *
     * @param amount the requested amount
     * @param source where the rule comes from
     */
    record RequestedAmount(AmountExpression amount, Source source) implements FundingFormula {}

    /**
     * The result of another formula. An application with a result below the minimum is refused.
     *
     * @param least the smallest amount that is granted, such as {@code 100000.00 HKD}
     * @param of the other formula
     * @param source where the minimum comes from
     */
    record WithMinimum(Money least, FundingFormula of, Source source) implements FundingFormula {}

    /**
     * One of several formulas; an answer chooses which.
     *
     * @param question the choice question that selects the formula
     * @param of one formula for each option of the choice question, by option id
     */
    record ByChoice(QuestionId question, @Bounds(min = 1) Map<@Written(Written.ID) String, FundingFormula> of)
            implements FundingFormula {
        public ByChoice {
            of = Map.copyOf(of);
        }

        FundingFormula chosen(Answers answers) {
            var chosen = answers.choice(question).map(of::get).orElse(null);
            if (chosen == null) {
                throw missing(question).get();
            }
            return chosen;
        }
    }

    /**
     * No money. For schemes whose approved applications are register entries.
     *
     * @param source where the rule comes from
     */
    record NoFunding(Source source) implements FundingFormula {}

    /**
     * The lowest result of several formulas.
     *
     * @param parts the formulas
     */
    record LesserOf(@Bounds(min = 1) List<FundingFormula> parts) implements FundingFormula {
        public LesserOf {
            parts = List.copyOf(parts);
            if (parts.isEmpty()) {
                throw new IllegalArgumentException("lesser-of needs at least one part");
            }
        }
    }

    /**
     * Evaluates the formula.
     *
     * @param allowances the unused part of each allowance that the formula names
     * @throws DomainException {@code answers-incomplete} when an answer that the formula needs is missing;
     *     {@code below-minimum} when the result is less than the minimum
     */
    default Entitlement evaluate(Answers answers, RemainingAllowances allowances) {
        return FundingArithmetic.evaluate(this, answers, allowances);
    }

    /**
     * The amount claimable for one unit of the grant: a whole month, a row, or all costs for formulas without units.
     *
     * @param unit the number of the month or row, 1 for the first
     * @param paid the amount really paid for the unit
     */
    default Money claimable(Answers answers, int unit, Money paid) {
        return FundingArithmetic.claimable(this, answers, unit, paid);
    }

    /** Every question that the formula reads. */
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
                "answers-incomplete.amount", List.of(Violation.required("/answers/" + question)));
    }
}
