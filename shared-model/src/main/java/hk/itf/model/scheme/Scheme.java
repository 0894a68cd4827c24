package hk.itf.model.scheme;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import hk.itf.model.Violation;
import hk.itf.model.scheme.allowance.Allowance;
import hk.itf.model.scheme.funding.FundingFormula;
import hk.itf.model.scheme.question.Answers;
import hk.itf.model.scheme.question.Condition;
import hk.itf.model.scheme.question.ConsistencyRule;
import hk.itf.model.scheme.question.Facts;
import hk.itf.model.scheme.question.Question;
import hk.itf.model.scheme.question.QuestionId;
import hk.itf.model.scheme.question.Questionnaire;
import hk.itf.model.scheme.tranche.ClaimRule;
import hk.itf.model.scheme.tranche.TranchePlanRule;
import hk.itf.model.scheme.value.LocalisedText;
import hk.itf.model.scheme.value.RuleId;
import hk.itf.model.scheme.value.SchemeId;
import hk.itf.model.scheme.value.SchemeRef;
import hk.itf.model.scheme.value.Source;
import hk.itf.model.scheme.vetting.EligibilityRule;
import hk.itf.model.scheme.vetting.ReviewStage;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One immutable version of a funding programme, read from a file. Everything that differs between schemes is here;
 * everything here says where it comes from.
 *
 * @param consistency what the answers have to agree in with each other
 * @param register set when an approved case becomes an entry that cases of other schemes can name
 * @param stages what a grant can go on to, in order, once the gate of the stage before is passed
 * @param variations what of the answers can be changed while the grant runs; null when nothing can
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
        List<ConsistencyRule> consistency,
        List<DocumentRequirement> documents,
        List<EligibilityRule> eligibility,
        FundingFormula funding,
        List<Allowance> allowances,
        List<ReviewStage> vetting,
        Pledge pledge,
        OfferRule offer,
        TranchePlanRule tranches,
        ClaimRule claims,
        @Nullable RegisterRule register,
        List<LaterStage> stages,
        @Nullable VariationRule variations) {

    public Scheme {
        questions = List.copyOf(questions);
        consistency = orNone(consistency);
        documents = List.copyOf(documents);
        eligibility = List.copyOf(eligibility);
        allowances = List.copyOf(allowances);
        vetting = List.copyOf(vetting);
        stages = orNone(stages);
    }

    /**
     * When this version is in force.
     *
     * @param from the first day; null when nobody published it, so that a deployment has to set it
     * @param until the last day; null while no later version exists
     * @param chosenBy which date of a case picks the version
     */
    public record Effective(
            @Nullable LocalDate from, @Nullable LocalDate until, ReferenceDate chosenBy, Source source) {

        public boolean covers(LocalDate date) {
            return from != null && !date.isBefore(from) && (until == null || !date.isAfter(until));
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

    /**
     * A document that has to be attached.
     *
     * @param when asked for (and required) only while this holds; null means always
     * @param optional may be left out even when asked for
     */
    public record DocumentRequirement(
            RuleId id,
            LocalisedText label,
            @Nullable Condition when,
            boolean optional,
            boolean personal,
            boolean blindSafe,
            Source source) {

        public boolean isRequiredFor(Facts facts) {
            return !optional && (when == null || when.holds(facts));
        }
    }

    /**
     * The promise of an answer, in Hong Kong working days from full information; a clarification stops the clock.
     *
     * @param by the choice question whose answer picks the days; null when they are the same for every case
     */
    public record Pledge(@Nullable QuestionId by, Map<String, Integer> workingDays, Source source) {

        public int daysFor(Answers answers) {
            return Optional.ofNullable(by)
                    .flatMap(answers::choice)
                    .map(workingDays::get)
                    .orElseGet(() ->
                            workingDays.values().stream().max(Integer::compare).orElseThrow());
        }
    }

    /** @param acceptWithinDays calendar days from the offer until it lapses */
    public record OfferRule(int acceptWithinDays, Source source) {}

    /**
     * An approved case is an entry of the register of its scheme.
     *
     * @param facts the answers an entry tells; none of them personal
     * @param until the date question of the last day on which the entry can be named
     */
    public record RegisterRule(List<QuestionId> facts, QuestionId until, Source source) {
        public RegisterRule {
            facts = List.copyOf(facts);
        }
    }

    /** @param questions whose answers a variation may change; none that decides who may have the grant or how much of it */
    public record VariationRule(List<QuestionId> questions, Source source) {
        public VariationRule {
            questions = List.copyOf(questions);
        }
    }

    private static <T> List<T> orNone(@Nullable List<T> some) {
        return some == null ? List.of() : List.copyOf(some);
    }

    /** The same rules, in force between other days. */
    public Scheme inForce(@Nullable LocalDate from, @Nullable LocalDate until) {
        return new Scheme(
                id,
                version,
                name,
                category,
                referencePrefix,
                new Effective(from, until, effective.chosenBy(), effective.source()),
                window,
                questions,
                consistency,
                documents,
                eligibility,
                funding,
                allowances,
                vetting,
                pledge,
                offer,
                tranches,
                claims,
                register,
                stages,
                variations);
    }

    public SchemeRef ref() {
        return new SchemeRef(id, version);
    }

    public Optional<Question> question(QuestionId question) {
        return questionnaire().question(question);
    }

    public Optional<ReviewStage> stage(String name) {
        return ReviewStage.named(vetting, name);
    }

    /** Everything that still has to be answered or put right, as pointers into the application. */
    public List<Violation> missing(Facts facts) {
        return questionnaire().missing(facts);
    }

    public void requireComplete(Facts facts) {
        questionnaire().requireComplete(facts);
    }

    /** The answers assessors get: nothing personal leaves applications-service. */
    public Answers assessed(Answers answers) {
        return questionnaire().assessed(answers);
    }

    public Questionnaire questionnaire() {
        return new Questionnaire(questions, consistency);
    }

    /** The answers served to an assessor during a lease, by question group. */
    public Answers inGroups(Answers answers, List<String> groups) {
        return answers.only(
                id -> question(id).map(each -> groups.contains(each.group())).orElse(false));
    }
}
