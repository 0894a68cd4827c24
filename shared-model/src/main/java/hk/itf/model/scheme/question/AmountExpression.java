package hk.itf.model.scheme.question;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import hk.itf.model.money.Money;
import hk.itf.model.scheme.value.Bounds;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How an amount is worked out from answers. Rules and formulas use expressions, so they do not depend on one answer kind. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = AmountExpression.Answered.class, name = "answered"),
    @JsonSubTypes.Type(value = AmountExpression.ColumnSum.class, name = "column-sum"),
    @JsonSubTypes.Type(value = AmountExpression.OfEntry.class, name = "of-entry"),
    @JsonSubTypes.Type(value = AmountExpression.SumOf.class, name = "sum-of"),
    @JsonSubTypes.Type(value = AmountExpression.Difference.class, name = "difference")
})
public sealed interface AmountExpression {

    /**
     * The answer to a money question.
     *
     * @param question a question of kind {@code money}
     */
    record Answered(QuestionId question) implements AmountExpression {}

    /**
     * The sum of one money column over all rows.
     *
     * @param question a question of kind {@code rows}
     * @param column a column of these rows of kind {@code money}
     */
    record ColumnSum(QuestionId question, QuestionId column) implements AmountExpression {}

    /**
     * An amount that the chosen register entry shows.
     *
     * @param question a question of kind {@code entry}
     * @param field the money question of the other scheme whose answer the entry shows
     */
    record OfEntry(QuestionId question, QuestionId field) implements AmountExpression {}

    /**
     * The sum of several amounts. An unanswered amount counts as zero, unless all are unanswered.
     *
     * @param of the amounts to add
     */
    record SumOf(@Bounds(min = 1) List<AmountExpression> of) implements AmountExpression {
        public SumOf {
            of = List.copyOf(of);
            if (of.isEmpty()) {
                throw new IllegalArgumentException("a sum needs at least one amount");
            }
        }
    }

    /**
     * One amount less another, never below zero.
     *
     * @param of the amount to subtract from
     * @param less the amount to subtract; counts as zero while unanswered
     */
    record Difference(AmountExpression of, AmountExpression less) implements AmountExpression {}

    /** The amount by these answers; empty while an answer that it needs is missing. */
    default Optional<Money> evaluate(Answers answers) {
        return switch (this) {
            case Answered(var question) -> answers.money(question);
            case ColumnSum(var question, var column) ->
                answers.rows(question)
                        .map(rows -> Money.sum(rows.stream()
                                .flatMap(row -> row.money(column).stream())
                                .toList()));
            case OfEntry(var question, var field) ->
                answers.entry(question).flatMap(entry -> entry.facts().money(field));
            case SumOf(var of) ->
                of.stream().flatMap(each -> each.evaluate(answers).stream()).reduce(Money::plus);
            case Difference(var of, var less) ->
                of.evaluate(answers)
                        .map(amount -> difference(amount, less.evaluate(answers).orElse(Money.ZERO)));
        };
    }

    /** The amount when {@code paid} was really paid for it: never more than the amount by the answers. */
    default Money evaluateForPaid(Answers answers, Money paid) {
        var counted = this instanceof Difference(var of, var less)
                ? difference(paid, less.evaluate(answers).orElse(Money.ZERO))
                : paid;
        return counted.min(evaluate(answers).orElse(Money.ZERO));
    }

    private static Money difference(Money of, Money less) {
        return of.minus(less).max(Money.ZERO);
    }

    /** Every question the expression reads. */
    default Set<QuestionId> questions() {
        return switch (this) {
            case Answered(var question) -> Set.of(question);
            case ColumnSum(var question, var column) -> Set.of(question);
            case OfEntry(var question, var field) -> Set.of(question);
            case SumOf(var of) ->
                of.stream().flatMap(each -> each.questions().stream()).collect(Collectors.toSet());
            case Difference(var of, var less) ->
                Stream.concat(of.questions().stream(), less.questions().stream())
                        .collect(Collectors.toSet());
        };
    }
}
