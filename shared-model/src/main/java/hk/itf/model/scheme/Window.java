package hk.itf.model.scheme;

import static hk.itf.model.NamedValue.value;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import hk.itf.model.DomainException;
import hk.itf.model.Violation;
import hk.itf.model.scheme.question.Answers;
import hk.itf.model.scheme.question.Condition;
import hk.itf.model.scheme.question.Facts;
import hk.itf.model.scheme.question.QuestionId;
import hk.itf.model.scheme.value.Bounds;
import hk.itf.model.scheme.value.Source;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** When a scheme takes applications. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Window.AllYear.class, name = "all-year"),
    @JsonSubTypes.Type(value = Window.Calls.class, name = "calls"),
    @JsonSubTypes.Type(value = Window.Batches.class, name = "rolling-with-cut-offs")
})
public sealed interface Window {

    /**
     * On every day of the year.
     *
     * @param lead the least time between submission and a date in the answers; left out: none
     * @param source where the rule comes from
     */
    record AllYear(@Nullable LeadTime lead, Source source) implements Window {}

    /**
     * Only while a call is open. A scheme administrator opens calls.
     *
     * @param allYearFor applications for which this condition is true need no open call; left out: all need one
     * @param lead the least time between submission and a date in the answers; left out: none
     * @param source where the rule comes from
     */
    record Calls(@Nullable Condition allYearFor, @Nullable LeadTime lead, Source source) implements Window {}

    /**
     * On every day of the year, vetted in batches. Applications submitted up to a cut-off date are vetted together.
     *
     * @param cutOffs the last day of each batch, as a day of the year such as {@code --10-31} for 31 October
     * @param lead the least time between submission and a date in the answers; left out: none
     * @param source where the cut-off dates come from
     */
    record Batches(
            @Bounds(min = 1, distinct = true) List<MonthDay> cutOffs,
            @Nullable LeadTime lead,
            Source source) implements Window {
        public Batches {
            cutOffs = cutOffs.stream().sorted().toList();
            if (cutOffs.isEmpty()) {
                throw new IllegalArgumentException("cut-offs needs at least one date");
            }
        }
    }

    /**
     * The least time between the first submission and a date in the answers.
     *
     * @param before the date question, such as the first day of a course
     * @param atLeast the least time, such as {@code P35D} for 35 days or {@code P4M} for 4 months
     * @param source where the lead time comes from
     */
    record LeadTime(QuestionId before, Period atLeast, Source source) {

        private void requireInTime(Answers answers, LocalDate firstSubmission) {
            answers.date(before).map(date -> date.minus(atLeast)).ifPresent(last -> {
                if (firstSubmission.isAfter(last)) {
                    throw DomainException.broken(
                            "too-late", List.of(Violation.of("/answers/" + before, "too-late")), value("last", last));
                }
            });
        }
    }

    Source source();

    @Nullable
    LeadTime lead();

    /**
     * Refuses an application outside the window. A resubmission is judged by the day of the first submission.
     *
     * @param facts with the call that was open at the first submission
     * @param firstSubmission the Hong Kong date of the first submission
     * @throws DomainException {@code window-closed} when no call is open; {@code too-late} with the last permitted date
     */
    default void requireOpen(Facts facts, LocalDate firstSubmission) {
        if (this instanceof Calls(var allYearFor, var lead, var source)
                && facts.call() == null
                && (allYearFor == null || !allYearFor.holds(facts))) {
            throw DomainException.broken("window-closed");
        }
        var leadTime = lead();
        if (leadTime != null) {
            leadTime.requireInTime(facts.answers(), firstSubmission);
        }
    }

    /** The cut-off date of the batch of a first submission; empty when the scheme has no batches. */
    default Optional<LocalDate> cutOff(LocalDate firstSubmission) {
        return this instanceof Batches(var cutOffs, var lead, var source)
                ? Stream.of(firstSubmission.getYear(), firstSubmission.getYear() + 1)
                        .flatMap(year -> cutOffs.stream().map(day -> day.atYear(year)))
                        .filter(day -> !day.isBefore(firstSubmission))
                        .findFirst()
                : Optional.empty();
    }
}
