package hk.itf.model.scheme;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import hk.itf.model.id.OrganisationId;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A cap or quota: how much of something a subject may have in a period. What is used is counted under a lock of
 * (rule, subject), so no race of applications passes it.
 *
 * @param limit how many grants at any one time
 * @param when the cap counts a case only while this holds; null means always
 */
public record Allowance(
        RuleId id,
        LocalisedText sentence,
        Subject subject,
        Period period,
        int limit,
        @Nullable Condition when,
        Source source) {

    public Allowance {
        if (limit < 1) {
            throw new IllegalArgumentException("a limit is at least one");
        }
    }

    public boolean counts(Facts facts) {
        return when == null || when.holds(facts);
    }

    /** Whose usage is counted. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Subject.Organisation.class, name = "organisation"),
        @JsonSubTypes.Type(value = Subject.Named.class, name = "named")
    })
    public sealed interface Subject {

        record Organisation() implements Subject {}

        /** A thing that an answer names, such as a project by its reference; upper and lower case are the same. */
        record Named(QuestionId question) implements Subject {}

        /** The key of the lock row. */
        default String key(Answers answers, OrganisationId applicant) {
            return switch (this) {
                case Organisation() -> "organisation:" + applicant;
                case Named(var question) ->
                    "named:"
                            + answers.text(question)
                                    .map(text -> text.strip().toUpperCase(Locale.ROOT))
                                    .orElse("");
            };
        }
    }

    /** What the usage is counted over. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({@JsonSubTypes.Type(value = Period.DateOverlap.class, name = "date-overlap")})
    public sealed interface Period {

        /** Whole months from a date: at no date may more than the limit overlap. */
        record DateOverlap(QuestionId from, QuestionId months) implements Period {}

        /** The dates a case occupies, both included. */
        default DateRange occupied(Answers answers) {
            return switch (this) {
                case DateOverlap(var from, var months) -> {
                    LocalDate start = answers.date(from).orElseThrow();
                    yield new DateRange(
                            start,
                            start.plusMonths(answers.count(months).orElseThrow())
                                    .minusDays(1));
                }
            };
        }
    }
}
