package hk.itf.model.scheme.question;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import hk.itf.model.money.Money;
import hk.itf.model.scheme.value.ComparisonKey;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A condition over the facts of a case. A question that has no answer makes no condition true but {@link Not}. */
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

    record Yes(QuestionId question) implements Condition {}

    record No(QuestionId question) implements Condition {}

    record ChoiceIn(QuestionId question, List<String> anyOf) implements Condition {}

    record CountBetween(QuestionId question, int min, int max) implements Condition {}

    /** A count is at least so many hundredths of another one that it is a part of, such as lessons attended of lessons held. */
    record RatioAtLeast(QuestionId part, QuestionId whole, int percent) implements Condition {}

    /** An amount is at least so many hundredths of another one. */
    record ShareAtLeast(AmountExpression part, AmountExpression whole, int percent) implements Condition {}

    /** An amount is at most so many hundredths of another one. */
    record ShareAtMost(AmountExpression part, AmountExpression whole, int percent) implements Condition {}

    /** An amount is at least so much. */
    record AmountAtLeast(AmountExpression amount, Money least) implements Condition {}

    /** It holds for each row, whose columns it looks at; no rows at all do not satisfy it. */
    record EveryRow(QuestionId question, Condition of) implements Condition {}

    /** No two rows say the same in this column, by its letters and digits. */
    record DistinctRows(QuestionId question, QuestionId column) implements Condition {}

    record OrganisationIs(List<String> anyOf) implements Condition {}

    record AllOf(List<Condition> of) implements Condition {}

    record AnyOf(List<Condition> of) implements Condition {}

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
            case ShareAtLeast(var part, var whole, var percent) -> compared(answers, part, whole, percent) >= 0;
            case ShareAtMost(var part, var whole, var percent) -> compared(answers, part, whole, percent) <= 0;
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

    /** Every question this looks at; the cross-checks of a scheme want them to exist. */
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

    /** The sign of part - percent of whole, exactly; what is not answered is nothing. */
    private static int compared(Answers answers, AmountExpression part, AmountExpression whole, int percent) {
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
