package hk.itf.model.scheme;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A condition over the facts of a case. A question that has no answer makes no condition true but {@link Not}. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Condition.Yes.class, name = "answered-yes"),
    @JsonSubTypes.Type(value = Condition.No.class, name = "answered-no"),
    @JsonSubTypes.Type(value = Condition.ChoiceIn.class, name = "choice-in"),
    @JsonSubTypes.Type(value = Condition.CountBetween.class, name = "count-between"),
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
            case OrganisationIs(var anyOf) -> Set.of();
            case AllOf(var of) ->
                of.stream().flatMap(each -> each.questions().stream()).collect(Collectors.toSet());
            case AnyOf(var of) ->
                of.stream().flatMap(each -> each.questions().stream()).collect(Collectors.toSet());
            case Not(var of) -> of.questions();
        };
    }
}
