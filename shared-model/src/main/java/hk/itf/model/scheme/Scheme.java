package hk.itf.model.scheme;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import hk.itf.model.DomainException;
import hk.itf.model.Violation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One immutable version of a funding programme, read from a file. Everything that differs between schemes is here;
 * everything here says where it comes from.
 */
public record Scheme(
        SchemeId id,
        int version,
        LocalisedText name,
        String category,
        String referencePrefix,
        Effective effective,
        Window window,
        List<Question> questions,
        List<DocumentRequirement> documents,
        List<EligibilityRule> eligibility,
        FundingFormula funding,
        List<Allowance> allowances,
        List<ReviewStage> vetting,
        Pledge pledge,
        OfferRule offer,
        TranchePlanRule tranches,
        ClaimRule claims) {

    public Scheme {
        questions = List.copyOf(questions);
        documents = List.copyOf(documents);
        eligibility = List.copyOf(eligibility);
        allowances = List.copyOf(allowances);
        vetting = List.copyOf(vetting);
    }

    /**
     * When this version is in force.
     *
     * @param until the last day; null while no later version exists
     * @param chosenBy which date of a case picks the version
     */
    public record Effective(LocalDate from, @Nullable LocalDate until, ReferenceDate chosenBy, Source source) {

        public boolean covers(LocalDate date) {
            return !date.isBefore(from) && (until == null || !date.isAfter(until));
        }
    }

    /** The date on a case that picks the scheme version it is pinned to. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = ReferenceDate.FirstSubmission.class, name = "first-submission"),
        @JsonSubTypes.Type(value = ReferenceDate.Answered.class, name = "answered")
    })
    public sealed interface ReferenceDate {
        record FirstSubmission() implements ReferenceDate {}

        record Answered(QuestionId question) implements ReferenceDate {}

        /** @param firstSubmission the Hong Kong date of the first submission; today for a draft */
        default Optional<LocalDate> of(Answers answers, LocalDate firstSubmission) {
            return switch (this) {
                case FirstSubmission() -> Optional.of(firstSubmission);
                case Answered(var question) -> answers.date(question);
            };
        }
    }

    /** When applications are taken. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({@JsonSubTypes.Type(value = Window.AllYear.class, name = "all-year")})
    public sealed interface Window {
        record AllYear(Source source) implements Window {}

        Source source();
    }

    /** A document that has to be attached. */
    public record DocumentRequirement(
            RuleId id, LocalisedText label, boolean optional, boolean personal, boolean blindSafe, Source source) {}

    /**
     * The promise of an answer, in Hong Kong working days from full information; a clarification stops the clock.
     *
     * @param by the choice question whose answer picks the days
     */
    public record Pledge(QuestionId by, Map<String, Integer> workingDays, Source source) {

        public int daysFor(Answers answers) {
            return answers.choice(by)
                    .map(workingDays::get)
                    .orElseGet(() ->
                            workingDays.values().stream().max(Integer::compare).orElseThrow());
        }
    }

    /** @param acceptWithinDays calendar days from the offer until it lapses */
    public record OfferRule(int acceptWithinDays, Source source) {}

    /**
     * How claims are vetted.
     *
     * @param role who vets a claim, line by line
     * @param workingDays the target for vetting one
     * @param meets the gates an accepted claim meets
     */
    public record ClaimRule(String role, int workingDays, List<Gate> meets, Source source) {}

    public SchemeRef ref() {
        return new SchemeRef(id, version);
    }

    public Optional<Question> question(QuestionId question) {
        return questions.stream().filter(each -> each.id().equals(question)).findFirst();
    }

    public Optional<ReviewStage> stage(String name) {
        return ReviewStage.named(vetting, name);
    }

    /** Everything that still has to be answered, as pointers into the application. */
    public List<Violation> missing(Facts facts) {
        var missing = new ArrayList<Violation>();
        for (var question : questions) {
            if (!question.optional()
                    && question.askedOf(facts)
                    && !facts.answers().has(question.id())) {
                missing.add(Violation.required("/answers/" + question.id()));
            }
        }
        return missing;
    }

    public void requireComplete(Facts facts) {
        var missing = missing(facts);
        if (!missing.isEmpty()) {
            throw new DomainException(
                    DomainException.Kind.RULE_BROKEN,
                    "answers-incomplete",
                    "Some questions still have to be answered.",
                    missing);
        }
    }

    /** The answers assessors get: nothing personal leaves applications-service. */
    public Answers assessed(Answers answers) {
        return answers.only(id -> question(id).map(each -> !each.personal()).orElse(false));
    }

    /** The answers served to an assessor during a lease, by question group. */
    public Answers inGroups(Answers answers, List<String> groups) {
        return answers.only(
                id -> question(id).map(each -> groups.contains(each.group())).orElse(false));
    }
}
