package hk.itf.model.scheme.allowance;

import static hk.itf.model.calendar.FinancialYear.firstDayOfYearWith;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import hk.itf.model.id.OrganisationId;
import hk.itf.model.json.Sha256;
import hk.itf.model.scheme.question.AnswerKind;
import hk.itf.model.scheme.question.Answers;
import hk.itf.model.scheme.question.Condition;
import hk.itf.model.scheme.question.Facts;
import hk.itf.model.scheme.question.QuestionId;
import hk.itf.model.scheme.value.Call;
import hk.itf.model.scheme.value.ComparisonKey;
import hk.itf.model.scheme.value.DateRange;
import hk.itf.model.scheme.value.LocalisedText;
import hk.itf.model.scheme.value.RuleId;
import hk.itf.model.scheme.value.Source;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A cap or quota: how much of something a subject may have in a period. What is used is counted under a lock of
 * (rule, subject), so no race of applications passes it.
 *
 * @param limit how many grants at any one time, or how much money in all
 * @param when the cap counts a case only while this holds; null means always
 */
public record Allowance(
        RuleId id,
        LocalisedText sentence,
        Subject subject,
        Period period,
        Limit limit,
        @Nullable Condition when,
        Source source) {

    public boolean appliesTo(Facts facts) {
        return when == null || when.holds(facts);
    }

    /** The questions that tell whose usage it is, and when. */
    public Set<QuestionId> questions() {
        var questions = new HashSet<QuestionId>();
        switch (subject) {
            case Subject.Organisation() -> {
                // no question tells it
            }
            case Subject.Named(var question) -> questions.add(question);
            case Subject.EachRow(var question, var column) -> questions.add(question);
        }
        switch (period) {
            case Period.DateOverlap(var from, var months) -> questions.addAll(List.of(from, months));
            case Period.FinancialYear(var date) -> questions.add(date);
            case Period.OneCall(), Period.Lifetime() -> {
                // no question tells it
            }
        }
        return questions;
    }

    /** Whose usage is counted. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Subject.Organisation.class, name = "organisation"),
        @JsonSubTypes.Type(value = Subject.Named.class, name = "named"),
        @JsonSubTypes.Type(value = Subject.EachRow.class, name = "each-row")
    })
    public sealed interface Subject {

        record Organisation() implements Subject {}

        /** A thing that an answer names, such as a project by its reference; its letters and digits tell which. */
        record Named(QuestionId question) implements Subject {}

        /** Each of the people a list names, by the letters and digits of the column that tells them apart. */
        record EachRow(QuestionId question, QuestionId column) implements Subject {}

        /**
         * The keys of the lock rows, each once: one, or one a row. What a row names may be personal, so that its key is a
         * hash.
         */
        default List<String> lockKeys(Answers answers, OrganisationId applicant) {
            return switch (this) {
                case Organisation() -> List.of("organisation:" + applicant);
                case Named(var question) ->
                    List.of("named:" + ComparisonKey.of(answers.text(question).orElse("")));
                case EachRow(var question, var column) ->
                    answers.rows(question).orElse(List.of()).stream()
                            .flatMap(row -> row.text(column).stream())
                            .map(text -> "row:" + Sha256.of(ComparisonKey.of(text)))
                            .distinct()
                            .toList();
            };
        }
    }

    /** What the usage is counted over. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Period.DateOverlap.class, name = "date-overlap"),
        @JsonSubTypes.Type(value = Period.FinancialYear.class, name = "financial-year"),
        @JsonSubTypes.Type(value = Period.OneCall.class, name = "call"),
        @JsonSubTypes.Type(value = Period.Lifetime.class, name = "lifetime")
    })
    public sealed interface Period {

        /** Whole months from a date: at no date may more than the limit overlap. */
        record DateOverlap(QuestionId from, QuestionId months) implements Period {}

        /** The Government's financial year, 1 April to 31 March, in which the answered date falls. */
        record FinancialYear(QuestionId date) implements Period {}

        /** The call the case belongs to; a case outside every call is not counted. */
        record OneCall() implements Period {}

        /** For ever. */
        record Lifetime() implements Period {}

        /** The dates a case occupies, both included; empty when it is not counted. */
        default Optional<DateRange> countedDates(Facts facts) {
            var answers = facts.answers();
            return switch (this) {
                case DateOverlap(var from, var months) -> {
                    LocalDate start = answers.date(from).orElseThrow();
                    yield Optional.of(new DateRange(
                            start,
                            start.plusMonths(answers.count(months).orElseThrow())
                                    .minusDays(1)));
                }
                case FinancialYear(var date) -> {
                    LocalDate day = answers.date(date).orElseThrow();
                    var first = firstDayOfYearWith(day);
                    yield Optional.of(new DateRange(first, first.plusYears(1).minusDays(1)));
                }
                case OneCall() -> Optional.ofNullable(facts.call()).map(Call::open);
                case Lifetime() -> Optional.of(new DateRange(AnswerKind.EARLIEST, AnswerKind.LATEST));
            };
        }
    }
}
