package hk.itf.model.scheme.question;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import hk.itf.model.money.Money;
import hk.itf.model.scheme.value.Bounds;
import hk.itf.model.scheme.value.ComparisonKey;
import hk.itf.model.scheme.value.Written;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A statement about an application that is true or false. A condition on an unanswered question is false, so {@code not}
 * of it is true. Conditions on amounts count an unanswered amount as zero.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Condition.Yes.class, name = "answered-yes"),
    @JsonSubTypes.Type(value = Condition.No.class, name = "answered-no"),
    @JsonSubTypes.Type(value = Condition.ChoiceIn.class, name = "choice-in"),
    @JsonSubTypes.Type(value = Condition.CountBetween.class, name = "count-between"),
    @JsonSubTypes.Type(value = Condition.RatioAtLeast.class, name = "ratio-at-least"),
    @JsonSubTypes.Type(value = Condition.ShareAtLeast.class, name = "share-at-least"),
    @JsonSubTypes.Type(value = Condition.ShareAtMost.class, name = "share-at-most"),
    @JsonSubTypes.Type(value = Condition.AmountAtLeast.class, name = "amount-at-least"),
    @JsonSubTypes.Type(value = Condition.EveryRow.class, name = "every-row"),
    @JsonSubTypes.Type(value = Condition.DistinctRows.class, name = "distinct-rows"),
    @JsonSubTypes.Type(value = Condition.OrganisationIs.class, name = "organisation-is"),
    @JsonSubTypes.Type(value = Condition.AllOf.class, name = "all-of"),
    @JsonSubTypes.Type(value = Condition.AnyOf.class, name = "any-of"),
    @JsonSubTypes.Type(value = Condition.Not.class, name = "not")
})
public sealed interface Condition {

    /**
     * The answer is yes.
     *
     * @param question a question of kind {@code yes-no}
     */
    record Yes(QuestionId question) implements Condition {}

    /**
     * The answer is no.
     *
     * @param question a question of kind {@code yes-no}
     */
    record No(QuestionId question) implements Condition {}

    /**
     * The answer is one of several options.
     *
     * @param question a question of kind {@code choice}
     * @param anyOf the ids of the options
     */
    record ChoiceIn(QuestionId question, @Bounds(min = 1) List<@Written(Written.ID) String> anyOf)
            implements Condition {}

    /**
     * The answer is a count between two numbers, both included.
     *
     * @param question a question of kind {@code count}
     * @param min the smallest count
     * @param max the largest count
     */
    record CountBetween(QuestionId question, int min, int max) implements Condition {}

    /**
     * One count is at least a percentage of another, such as lessons attended of lessons held. False when the part exceeds
     * the whole or the whole is zero.
     *
     * @param part the count question of the part
     * @param whole the count question of the whole
     * @param percent the least percentage
     */
    record RatioAtLeast(
            QuestionId part,
            QuestionId whole,
            @Bounds(min = 1, max = 100) int percent) implements Condition {}

    /**
     * One amount is at least a percentage of another.
     *
     * @param part the amount of the part
     * @param whole the amount of the whole
     * @param percent the least percentage
     */
    record ShareAtLeast(
            AmountExpression part,
            AmountExpression whole,
            @Bounds(min = 1, max = 100) int percent) implements Condition {}

    /**
     * One amount is at most a percentage of another.
     *
     * @param part the amount of the part
     * @param whole the amount of the whole
     * @param percent the highest percentage
     */
    record ShareAtMost(
            AmountExpression part,
            AmountExpression whole,
            @Bounds(min = 1, max = 100) int percent) implements Condition {}

    /**
     * An amount is at least a fixed amount.
     *
     * @param amount the amount to compare
     * @param least the least amount, such as {@code 100000.00 HKD}
     */
    record AmountAtLeast(AmountExpression amount, Money least) implements Condition {}

    /**
     * A condition on the columns is true for every row. False when there is no row.
     *
     * @param question a question of kind {@code rows}
     * @param of the condition; its questions are columns of the rows
     */
    record EveryRow(QuestionId question, Condition of) implements Condition {}

    /**
     * No two rows have the same text in one column. Case, spaces and punctuation do not matter.
     *
     * @param question a question of kind {@code rows}
     * @param column the column to compare
     */
    record DistinctRows(QuestionId question, QuestionId column) implements Condition {}

    /**
     * The applicant is an organisation of one of several kinds.
     *
     * @param anyOf the organisation kinds, such as {@code company} and {@code university}
     */
    record OrganisationIs(@Bounds(min = 1) List<@Written(Written.ID) String> anyOf) implements Condition {}

    /**
     * All of several conditions are true.
     *
     * @param of the conditions
     */
    record AllOf(@Bounds(min = 1) List<Condition> of) implements Condition {}

    /**
     * At least one of several conditions is true.
     *
     * @param of the conditions
     */
    record AnyOf(@Bounds(min = 1) List<Condition> of) implements Condition {}

    /**
     * The opposite of a condition.
     *
     * @param of the condition that must be false
     */
    record Not(Condition of) implements Condition {}

    default boolean holds(Facts facts) {
        var answers = facts.answers();
        return switch (this) {
            case Yes(var question) -> answers.yesNo(question).orElse(false);
            case No(var question) -> answers.yesNo(question).filter(yes -> !yes).isPresent();
            case ChoiceIn(var question, var anyOf) ->
                answers.choice(question).filter(anyOf::contains).isPresent();
            case CountBetween(var question, var min, var max) ->
                answers.count(question)
                        .filter(count -> count >= min && count <= max)
                        .isPresent();
            case RatioAtLeast(var part, var whole, var percent) ->
                answers.count(part).isPresent()
                        && answers.count(whole)
                                .filter(all ->
                                        all > 0 && all >= answers.count(part).orElseThrow())
                                .isPresent()
                        && answers.count(part).orElseThrow() * 100L
                                >= answers.count(whole).orElseThrow() * (long) percent;
            case ShareAtLeast(var part, var whole, var percent) -> compareShare(answers, part, whole, percent) >= 0;
            case ShareAtMost(var part, var whole, var percent) -> compareShare(answers, part, whole, percent) <= 0;
            case AmountAtLeast(var amount, var least) ->
                !least.exceeds(amount.evaluate(answers).orElse(Money.ZERO));
            case EveryRow(var question, var of) ->
                answers.rows(question)
                        .filter(rows -> !rows.isEmpty()
                                && rows.stream().allMatch(row -> of.holds(new Facts(row, facts.organisationKind()))))
                        .isPresent();
            case DistinctRows(var question, var column) ->
                answers.rows(question)
                        .map(rows -> rows.stream()
                                .flatMap(row -> row.text(column).stream())
                                .map(ComparisonKey::of)
                                .toList())
                        .filter(texts -> texts.stream().distinct().count() == texts.size())
                        .isPresent();
            case OrganisationIs(var anyOf) -> anyOf.contains(facts.organisationKind());
            case AllOf(var of) -> of.stream().allMatch(each -> each.holds(facts));
            case AnyOf(var of) -> of.stream().anyMatch(each -> each.holds(facts));
            case Not(var of) -> !of.holds(facts);
        };
    }

    /** Every question the condition reads, except columns of rows. */
    default Set<QuestionId> questions() {
        return switch (this) {
            case Yes(var question) -> Set.of(question);
            case No(var question) -> Set.of(question);
            case ChoiceIn(var question, var anyOf) -> Set.of(question);
            case CountBetween(var question, var min, var max) -> Set.of(question);
            case RatioAtLeast(var part, var whole, var percent) -> Set.of(part, whole);
            case ShareAtLeast(var part, var whole, var percent) -> union(part, whole);
            case ShareAtMost(var part, var whole, var percent) -> union(part, whole);
            case AmountAtLeast(var amount, var least) -> amount.questions();
            case EveryRow(var question, var of) -> Set.of(question);
            case DistinctRows(var question, var column) -> Set.of(question);
            case OrganisationIs(var anyOf) -> Set.of();
            case AllOf(var of) ->
                of.stream().flatMap(each -> each.questions().stream()).collect(Collectors.toSet());
            case AnyOf(var of) ->
                of.stream().flatMap(each -> each.questions().stream()).collect(Collectors.toSet());
            case Not(var of) -> of.questions();
        };
    }

    /** Compares {@code part} with {@code percent} of {@code whole} without rounding: -1, 0 or 1. Unanswered amounts are zero. */
    private static int compareShare(Answers answers, AmountExpression part, AmountExpression whole, int percent) {
        var hundredParts =
                Math.multiplyExact(part.evaluate(answers).orElse(Money.ZERO).cents(), 100L);
        return Long.compare(
                hundredParts,
                Math.multiplyExact(whole.evaluate(answers).orElse(Money.ZERO).cents(), (long) percent));
    }

    private static Set<QuestionId> union(AmountExpression one, AmountExpression other) {
        return Stream.concat(one.questions().stream(), other.questions().stream())
                .collect(Collectors.toSet());
    }
}
