package hk.itf.model.scheme.question;

import static hk.itf.model.NamedValue.value;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import hk.itf.model.Violation;
import hk.itf.model.scheme.value.Bounds;
import hk.itf.model.scheme.value.Source;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A rule that the answers must not break together. Submission is refused until the applicant corrects the answers;
 * nobody can override the rule. A rule is not checked while an answer that it reads is missing.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = ConsistencyRule.NotBefore.class, name = "not-before"),
    @JsonSubTypes.Type(value = ConsistencyRule.NotAbove.class, name = "no-more-than"),
    @JsonSubTypes.Type(value = ConsistencyRule.WithinEntry.class, name = "within-entry"),
    @JsonSubTypes.Type(value = ConsistencyRule.SumAtMost.class, name = "in-all"),
    @JsonSubTypes.Type(value = ConsistencyRule.AfterPreviousStage.class, name = "after-former-stage")
})
public sealed interface ConsistencyRule {

    /**
     * One date must not be before another.
     *
     * @param date the date question that is checked
     * @param earliest the date question that gives the first permitted day
     * @param source where the rule comes from
     */
    record NotBefore(QuestionId date, QuestionId earliest, Source source) implements ConsistencyRule {}

    /**
     * One count must not be above another.
     *
     * @param part the count question that is checked
     * @param whole the count question that gives the highest permitted count
     * @param source where the rule comes from
     */
    record NotAbove(QuestionId part, QuestionId whole, Source source) implements ConsistencyRule {}

    /**
     * A date must lie between two dates that the chosen register entry shows, both included. An entry that lacks one of
     * the two dates permits no date.
     *
     * @param date the date question that is checked
     * @param entry the question of kind {@code entry} that names the register entry
     * @param from the date question of the other scheme that gives the first permitted day
     * @param until the date question of the other scheme that gives the last permitted day
     * @param source where the rule comes from
     */
    record WithinEntry(QuestionId date, QuestionId entry, QuestionId from, QuestionId until, Source source)
            implements ConsistencyRule {}

    /**
     * The sum of several counts must not exceed a number. The fault points at the last count.
     *
     * @param counts the count questions to add
     * @param most the highest permitted sum
     * @param source where the rule comes from
     */
    record SumAtMost(
            @Bounds(min = 1, distinct = true) List<QuestionId> counts,
            @Bounds(min = 1, max = 1_000_000) int most,
            Source source)
            implements ConsistencyRule {
        public SumAtMost {
            counts = List.copyOf(counts);
            if (counts.isEmpty()) {
                throw new IllegalArgumentException("a sum needs at least one count");
            }
        }
    }

    /**
     * A later stage must begin after the last day of the previous stage.
     *
     * @param date the date question that gives the first day of the later stage
     * @param ends the last day of the previous stage of one grant; null in a scheme file, which knows no grant
     * @param source where the rule comes from
     */
    record AfterPreviousStage(
            QuestionId date,

            @JsonProperty(access = JsonProperty.Access.READ_ONLY) @Nullable
            LocalDate ends,

            Source source)
            implements ConsistencyRule {}

    Source source();

    /**
     * The rule as it applies to a later stage of one grant.
     *
     * @param given the answers that the grant has given already; their counts are taken off a permitted sum
     * @param ends the last day of the stage that runs now
     */
    default ConsistencyRule bindTo(Answers given, LocalDate ends) {
        return switch (this) {
            case SumAtMost(var counts, var most, var source) -> {
                var open = counts.stream()
                        .filter(each -> given.count(each).isEmpty())
                        .toList();
                yield open.isEmpty() ? this : new SumAtMost(open, Math.toIntExact(most - sum(counts, given)), source);
            }
            case AfterPreviousStage(var date, var unknown, var source) -> new AfterPreviousStage(date, ends, source);
            case NotBefore rule -> rule;
            case NotAbove rule -> rule;
            case WithinEntry rule -> rule;
        };
    }

    /**
     * Checks the rule and returns the fault, if there is one.
     *
     * @param at the JSON Pointer of the answers in the request, such as {@code /answers}
     */
    default Optional<Violation> fault(Answers answers, String at) {
        return switch (this) {
            case NotBefore(var date, var earliest, var source) ->
                answers.date(earliest)
                        .filter(first -> answers.date(date)
                                .filter(day -> day.isBefore(first))
                                .isPresent())
                        .map(first -> Violation.of(pointer(at, date), "too-early.before", value("earliest", first)));
            case NotAbove(var part, var whole, var source) ->
                answers.count(whole)
                        .filter(all ->
                                answers.count(part).filter(count -> count > all).isPresent())
                        .map(all -> Violation.of(pointer(at, part), "out-of-range.above", value("most", all)));
            case WithinEntry rule -> withinEntry(rule, answers, at);
            case SumAtMost(var counts, var most, var source) ->
                counts.stream().allMatch(each -> answers.count(each).isPresent()) && sum(counts, answers) > most
                        ? Optional.of(Violation.of(
                                pointer(at, counts.getLast()),
                                "out-of-range.remaining",
                                value("most", remainingForLast(counts, most, answers))))
                        : Optional.empty();
            case AfterPreviousStage(var date, var ends, var source) ->
                answers.date(date)
                        .filter(day -> ends != null && !day.isAfter(ends))
                        .map(day -> Violation.of(pointer(at, date), "too-early.stage", value("ends", ends)));
        };
    }

    private static Optional<Violation> withinEntry(WithinEntry rule, Answers answers, String at) {
        var entry = answers.entry(rule.entry());
        var date = answers.date(rule.date());
        if (entry.isEmpty() || date.isEmpty()) {
            return Optional.empty();
        }
        var from = entry.get().facts().date(rule.from());
        var until = entry.get().facts().date(rule.until());
        var within = from.isPresent()
                && until.isPresent()
                && !date.get().isBefore(from.get())
                && !date.get().isAfter(until.get());
        return within
                ? Optional.empty()
                : Optional.of(Violation.of(
                        pointer(at, rule.date()),
                        "not-within-entry",
                        value("entry", entry.get().reference()),
                        value("from", from.<Object>map(day -> day).orElse("-")),
                        value("until", until.<Object>map(day -> day).orElse("-"))));
    }

    private static long remainingForLast(List<QuestionId> counts, int most, Answers answers) {
        return Math.max(0, most - sum(counts.subList(0, counts.size() - 1), answers));
    }

    private static long sum(List<QuestionId> counts, Answers answers) {
        return counts.stream()
                .flatMap(each -> answers.count(each).stream())
                .mapToLong(Integer::longValue)
                .sum();
    }

    private static String pointer(String at, QuestionId question) {
        return at + "/" + question;
    }

    /** Every question of this scheme that the rule reads. */
    default Set<QuestionId> questions() {
        return switch (this) {
            case NotBefore(var date, var earliest, var source) -> both(date, earliest);
            case NotAbove(var part, var whole, var source) -> both(part, whole);
            case WithinEntry(var date, var entry, var from, var until, var source) -> both(date, entry);
            case SumAtMost(var counts, var most, var source) -> Set.copyOf(counts);
            case AfterPreviousStage(var date, var ends, var source) -> Set.of(date);
        };
    }

    private static Set<QuestionId> both(QuestionId one, QuestionId other) {
        return Set.copyOf(List.of(one, other));
    }
}
