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
    @JsonSubTypes.Type(value = Amount.Answered.class, name = "answered"),
    @JsonSubTypes.Type(value = Amount.ColumnSum.class, name = "column-sum"),
    @JsonSubTypes.Type(value = Amount.OfEntry.class, name = "of-entry"),
    @JsonSubTypes.Type(value = Amount.SumOf.class, name = "sum-of"),
    @JsonSubTypes.Type(value = Amount.Difference.class, name = "difference")
})
public sealed interface Amount {

    /** The answer to a money question. */
    record Answered(QuestionId question) implements Amount {}

    /** The sum of one money column over all rows. */
    record ColumnSum(QuestionId question, QuestionId column) implements Amount {}

    /** What the chosen entry of a register says. */
    record OfEntry(QuestionId question, QuestionId field) implements Amount {}

    /** The sum of others; one that is not answered counts nothing as long as another one is. */
    record SumOf(List<Amount> of) implements Amount {
        public SumOf {
            of = List.copyOf(of);
            if (of.isEmpty()) {
                throw new IllegalArgumentException("the sum of nothing");
            }
        }
    }

    /** What one leaves of another, and never less than nothing; the second counts nothing while it is not answered. */
    record Difference(Amount of, Amount less) implements Amount {}

    /** Empty while what it needs is not answered. */
    default Optional<Money> in(Answers answers) {
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
                of.stream().flatMap(each -> each.in(answers).stream()).reduce(Money::plus);
            case Difference(var of, var less) ->
                of.in(answers).map(amount -> leaves(amount, less.in(answers).orElse(Money.ZERO)));
        };
    }

    /** What it comes to when so much was really paid: never more than what was answered. */
    default Money whenPaid(Answers answers, Money paid) {
        var counted = this instanceof Difference(var of, var less)
                ? leaves(paid, less.in(answers).orElse(Money.ZERO))
                : paid;
        return counted.min(in(answers).orElse(Money.ZERO));
    }

    private static Money leaves(Money of, Money less) {
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
