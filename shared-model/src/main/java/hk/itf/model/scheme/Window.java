package hk.itf.model.scheme;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import hk.itf.model.DomainException;
import hk.itf.model.Violation;
import hk.itf.model.scheme.question.Answers;
import hk.itf.model.scheme.question.Condition;
import hk.itf.model.scheme.question.Facts;
import hk.itf.model.scheme.question.QuestionId;
import hk.itf.model.scheme.value.Source;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** When applications are taken. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Window.AllYear.class, name = "all-year"),
    @JsonSubTypes.Type(value = Window.Calls.class, name = "calls"),
    @JsonSubTypes.Type(value = Window.Batches.class, name = "rolling-with-cut-offs")
})
public sealed interface Window {
    record AllYear(@Nullable LeadTime lead, Source source) implements Window {}

    /**
     * Only while a call is open.
     *
     * @param allYearFor who may apply at any time nevertheless; null for nobody
     */
    record Calls(@Nullable Condition allYearFor, @Nullable LeadTime lead, Source source) implements Window {}

    /**
     * At any time; what comes in until a cut-off is assessed together after it.
     *
     * @param cutOffs days of the year, such as {@code --10-31}, the last on which an application is in that batch
     */
    record Batches(List<MonthDay> cutOffs, @Nullable LeadTime lead, Source source) implements Window {
        public Batches {
            cutOffs = cutOffs.stream().sorted().toList();
            if (cutOffs.isEmpty()) {
                throw new IllegalArgumentException("batches have at least one cut-off");
            }
        }
    }

    /**
     * How long before a date of the case an application has to be there.
     *
     * @param before the date question
     * @param atLeast ISO 8601, such as {@code P35D} or {@code P4M}
     */
    record LeadTime(QuestionId before, Period atLeast, Source source) {

        private void require(Answers answers, LocalDate firstSubmission) {
            answers.date(before).map(date -> date.minus(atLeast)).ifPresent(last -> {
                if (firstSubmission.isAfter(last)) {
                    throw DomainException.broken(
                            "too-late",
                            "An application for this date had to be submitted by %s.".formatted(last),
                            List.of(new Violation(
                                    "/answers/" + before, "too-late", "This is too soon to be applied for.")));
                }
            });
        }
    }

    Source source();

    @Nullable
    LeadTime lead();

    /**
     * @param facts with the call that was open on the first submission
     * @param firstSubmission the Hong Kong date of the first submission: what is resubmitted was in time
     * @throws DomainException {@code window-closed}; {@code too-late}, naming the date
     */
    default void requireOpen(Facts facts, LocalDate firstSubmission) {
        if (this instanceof Calls(var allYearFor, var lead, var source)
                && facts.call() == null
                && (allYearFor == null || !allYearFor.holds(facts))) {
            throw DomainException.broken("window-closed", "No call of this scheme is open on this day.");
        }
        var ahead = lead();
        if (ahead != null) {
            ahead.require(facts.answers(), firstSubmission);
        }
    }

    /** The cut-off of the batch that a first submission is in; empty where there are no batches. */
    default Optional<LocalDate> cutOff(LocalDate firstSubmission) {
        return this instanceof Batches(var cutOffs, var lead, var source)
                ? Stream.of(firstSubmission.getYear(), firstSubmission.getYear() + 1)
                        .flatMap(year -> cutOffs.stream().map(day -> day.atYear(year)))
                        .filter(day -> !day.isBefore(firstSubmission))
                        .findFirst()
                : Optional.empty();
    }
}
