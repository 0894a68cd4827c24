package hk.itf.model.scheme.question;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import hk.itf.model.money.Money;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An amount that answers tell. Rules name amounts in this way, so that none of them knows where an amount comes from. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = AmountExpression.Answered.class, name = "answered"),
    @JsonSubTypes.Type(value = AmountExpression.ColumnSum.class, name = "column-sum"),
    @JsonSubTypes.Type(value = AmountExpression.OfEntry.class, name = "of-entry"),
    @JsonSubTypes.Type(value = AmountExpression.SumOf.class, name = "sum-of"),
    @JsonSubTypes.Type(value = AmountExpression.Difference.class, name = "difference")
})
public sealed interface AmountExpression {

    /** The answer to a money question. */
    record Answered(QuestionId question) implements AmountExpression {}

    /** The sum of one money column over all rows. */
    record ColumnSum(QuestionId question, QuestionId column) implements AmountExpression {}

    /** What the chosen entry of a register says. */
    record OfEntry(QuestionId question, QuestionId field) implements AmountExpression {}

    /** The sum of others; one that is not answered counts nothing as long as another one is. */
    record SumOf(List<AmountExpression> of) implements AmountExpression {
        public SumOf {
            of = List.copyOf(of);
            if (of.isEmpty()) {
                throw new IllegalArgumentException("the sum of nothing");
            }
        }
    }

    /** What one difference of another, and never less than nothing; the second counts nothing while it is not answered. */
    record Difference(AmountExpression of, AmountExpression less) implements AmountExpression {}

    /** Empty while what it needs is not answered. */
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

    /** What it comes to when so much was really paid: never more than what was answered. */
    default Money evaluateForPaid(Answers answers, Money paid) {
        var counted = this instanceof Difference(var of, var less)
                ? difference(paid, less.evaluate(answers).orElse(Money.ZERO))
                : paid;
        return counted.min(evaluate(answers).orElse(Money.ZERO));
    }

    private static Money difference(Money of, Money less) {
        return of.minus(less).max(Money.ZERO);
    }

    /** Every question it looks at. */
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
