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
 * A limit on the grants, or on the money, that one subject may have in one period. The use is counted under a lock of
 * allowance and subject, so two applications at the same time cannot exceed the limit.
 *
 * @param id unique within the scheme, such as {@code grants-in-year}
 * @param sentence the limit in plain words, as letters quote it
 * @param subject whose use is counted
 * @param period the period over which use is counted
 * @param limit the most grants at the same time, or the most money in the period
 * @param when the allowance applies only while this condition is true; left out: always
 * @param source where the limit comes from
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

    /** The questions whose answers determine the subject and the period. */
    public Set<QuestionId> questions() {
        var questions = new HashSet<QuestionId>();
        switch (subject) {
            case Subject.Organisation() -> {
                // The subject is the applicant; no question is needed.
            }
            case Subject.Named(var question) -> questions.add(question);
            case Subject.EachRow(var question, var column) -> questions.add(question);
        }
        switch (period) {
            case Period.DateOverlap(var from, var months) -> questions.addAll(List.of(from, months));
            case Period.FinancialYear(var date) -> questions.add(date);
            case Period.OneCall(), Period.Lifetime() -> {
                // The period does not depend on an answer.
            }
        }
        return questions;
    }

    /** The subject whose use of an allowance is counted. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Subject.Organisation.class, name = "organisation"),
        @JsonSubTypes.Type(value = Subject.Named.class, name = "named"),
        @JsonSubTypes.Type(value = Subject.EachRow.class, name = "each-row")
    })
    public sealed interface Subject {

        /** The applicant. */
        record Organisation() implements Subject {}

        /**
         * The project or other subject that an answer names. Case, spaces and punctuation of the name do not matter.
         *
         * @param question a question of kind {@code text}, such as the reference of the project
         */
        record Named(QuestionId question) implements Subject {}

        /**
         * Each row of a list, such as each trainee. Case, spaces and punctuation of the identifying text do not matter.
         *
         * @param question a question of kind {@code rows}
         * @param column the column that identifies a row, such as the identity card number
         */
        record EachRow(QuestionId question, QuestionId column) implements Subject {}

        /**
         * The keys of the rows to lock: one key, or one for each different row of a list. The key of a row is a hash,
         * because a row may hold personal data.
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

    /** The period over which the use of an allowance is counted. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Period.DateOverlap.class, name = "date-overlap"),
        @JsonSubTypes.Type(value = Period.FinancialYear.class, name = "financial-year"),
        @JsonSubTypes.Type(value = Period.OneCall.class, name = "call"),
        @JsonSubTypes.Type(value = Period.Lifetime.class, name = "lifetime")
    })
    public sealed interface Period {

        /**
         * The months for which a grant runs. On no day may more grants run than the limit.
         *
         * @param from the date question that gives the first day
         * @param months the count question that gives the number of months
         */
        record DateOverlap(QuestionId from, QuestionId months) implements Period {}

        /**
         * The financial year of the Government, 1 April to 31 March, that contains an answered date.
         *
         * @param date the date question that selects the year
         */
        record FinancialYear(QuestionId date) implements Period {}

        /** The call of the application. The allowance does not apply outside a call. */
        record OneCall() implements Period {}

        /** All time. */
        record Lifetime() implements Period {}

        /** The dates on which an application counts; empty when the allowance does not apply to it. */
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
