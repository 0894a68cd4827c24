package hk.itf.model.scheme.question;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import hk.itf.model.Violation;
import hk.itf.model.scheme.value.Source;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What answers have to agree in with each other, so that they can be handed over at all. Unlike eligibility nobody
 * overrides it: an answer that does not fit is put right. While an answer it looks at is missing, a rule finds no fault.
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

    /** A date is not before another one. */
    record NotBefore(QuestionId date, QuestionId earliest, Source source) implements ConsistencyRule {}

    /** A count is a part of another one. */
    record NotAbove(QuestionId part, QuestionId whole, Source source) implements ConsistencyRule {}

    /**
     * A date is within two dates, both included, that the chosen entry of a register tells; an entry without them allows
     * none. The day on which somebody asks does not matter.
     */
    record WithinEntry(QuestionId date, QuestionId entry, QuestionId from, QuestionId until, Source source)
            implements ConsistencyRule {}

    /**
     * Counts come to so much at most.
     *
     * @param counts the last one is told that it is too much
     */
    record SumAtMost(List<QuestionId> counts, int most, Source source) implements ConsistencyRule {
        public SumAtMost {
            counts = List.copyOf(counts);
            if (counts.isEmpty()) {
                throw new IllegalArgumentException("a total has counts");
            }
        }
    }

    /**
     * A stage begins after the one before it has ended.
     *
     * @param ends the last day of the stage before; null until it is known of which grant it is
     */
    record AfterPreviousStage(QuestionId date, @Nullable LocalDate ends, Source source) implements ConsistencyRule {}

    Source source();

    /** The same for a grant that has come so far: what it has answered is settled, and its stage ends on a day. */
    default ConsistencyRule bindTo(Answers settled, LocalDate ends) {
        return switch (this) {
            case SumAtMost(var counts, var most, var source) -> {
                var open = counts.stream()
                        .filter(each -> settled.count(each).isEmpty())
                        .toList();
                yield open.isEmpty() ? this : new SumAtMost(open, Math.toIntExact(most - sum(counts, settled)), source);
            }
            case AfterPreviousStage(var date, var unknown, var source) -> new AfterPreviousStage(date, ends, source);
            case NotBefore rule -> rule;
            case NotAbove rule -> rule;
            case WithinEntry rule -> rule;
        };
    }

    /**
     * What does not fit, if anything.
     *
     * @param at where the answers are, such as {@code /answers}
     */
    default Optional<Violation> fault(Answers answers, String at) {
        return switch (this) {
            case NotBefore(var date, var earliest, var source) ->
                answers.date(earliest)
                        .filter(first -> answers.date(date)
                                .filter(day -> day.isBefore(first))
                                .isPresent())
                        .map(first -> fault(at, date, "too-early", "This must not be before %s.".formatted(first)));
            case NotAbove(var part, var whole, var source) ->
                answers.count(whole)
                        .filter(all ->
                                answers.count(part).filter(count -> count > all).isPresent())
                        .map(all -> fault(at, part, "out-of-range", "This must not be more than %d.".formatted(all)));
            case WithinEntry rule -> withinEntry(rule, answers, at);
            case SumAtMost(var counts, var most, var source) ->
                counts.stream().allMatch(each -> answers.count(each).isPresent()) && sum(counts, answers) > most
                        ? Optional.of(fault(
                                at,
                                counts.getLast(),
                                "out-of-range",
                                "At most %d is left for this.".formatted(remainingForLast(counts, most, answers))))
                        : Optional.empty();
            case AfterPreviousStage(var date, var ends, var source) ->
                answers.date(date)
                        .filter(day -> ends != null && !day.isAfter(ends))
                        .map(day -> fault(
                                at,
                                date,
                                "too-early",
                                "The stage before ends on %s; this must be later.".formatted(ends)));
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
                : Optional.of(fault(
                        at,
                        rule.date(),
                        "not-within-entry",
                        "%s is registered for %s to %s."
                                .formatted(
                                        entry.get().reference(),
                                        from.map(LocalDate::toString).orElse("no day"),
                                        until.map(LocalDate::toString).orElse("no day"))));
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

    private static Violation fault(String at, QuestionId question, String code, String detail) {
        return new Violation(at + "/" + question, code, detail);
    }

    /** Every question it looks at. */
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
