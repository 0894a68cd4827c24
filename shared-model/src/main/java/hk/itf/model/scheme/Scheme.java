package hk.itf.model.scheme;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.Nulls;
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
import hk.itf.model.scheme.value.Bounds;
import hk.itf.model.scheme.value.LocalisedText;
import hk.itf.model.scheme.value.RuleId;
import hk.itf.model.scheme.value.SchemeId;
import hk.itf.model.scheme.value.SchemeRef;
import hk.itf.model.scheme.value.Source;
import hk.itf.model.scheme.value.Written;
import hk.itf.model.scheme.vetting.EligibilityRule;
import hk.itf.model.scheme.vetting.ReviewStage;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One immutable version of a funding scheme, read from a scheme file. All rules that differ between schemes are in the
 * file, and each value names its source.
 *
 * @param id the id of the scheme, such as {@code rth}; also the name of its folder
 * @param version the version of the rules, from 1
 * @param name the name of the scheme
 * @param category the group of schemes in which the scheme is listed, such as {@code nurturing-talent}
 * @param referencePrefix the letters and digits before the year in a reference, such as {@code RTH} in RTH-2026-000123
 * @param effective the dates between which this version is in force
 * @param window when the scheme takes applications
 * @param questions the questions of the application form
 * @param consistency the rules that the answers must not break together
 * @param documents the documents that an application must or may have
 * @param eligibility the pass-or-fail rules
 * @param funding the formula for the entitlement
 * @param allowances the limits on grants or money per subject and period; an empty list for none
 * @param vetting the stages of the vetting route, in order; the last is a decision
 * @param pledge the promised time for a decision
 * @param offer the rule for accepting an offer
 * @param tranches how the entitlement is divided into tranches
 * @param claims the claims that a running grant may file
 * @param register given when approved applications become register entries that other schemes can name; left out: no
 * @param stages the later stages that a grant may add, in order
 * @param variations the answers that a variation may change while the grant runs; left out: none
 */
public record Scheme(
        SchemeId id,
        @Bounds(min = 1, max = 999) int version,
        LocalisedText name,
        @Written(Written.ID) String category,
        @Written("[A-Z][A-Z0-9]{1,9}") String referencePrefix,
        Effective effective,
        Window window,
        @Bounds(min = 1) List<Question> questions,
        @JsonSetter(nulls = Nulls.AS_EMPTY) List<ConsistencyRule> consistency,
        List<DocumentRequirement> documents,
        List<EligibilityRule> eligibility,
        FundingFormula funding,
        List<Allowance> allowances,
        @Bounds(min = 1) List<ReviewStage> vetting,
        Pledge pledge,
        OfferRule offer,
        TranchePlanRule tranches,
        ClaimRule claims,
        @Nullable RegisterRule register,
        @JsonSetter(nulls = Nulls.AS_EMPTY) @Bounds(min = 1) List<LaterStage> stages,
        @Nullable VariationRule variations) {

    public Scheme {
        questions = List.copyOf(questions);
        consistency = List.copyOf(consistency);
        documents = List.copyOf(documents);
        eligibility = List.copyOf(eligibility);
        allowances = List.copyOf(allowances);
        vetting = List.copyOf(vetting);
        stages = List.copyOf(stages);
    }

    /**
     * The dates between which a scheme version is in force, both included.
     *
     * @param from the first day; left out when no source publishes it: the deployment sets the day, or the version is not
     *     in force
     * @param until the last day; left out while no later version exists
     * @param chosenBy the date of an application that selects its scheme version
     * @param source where the dates come from
     */
    public record Effective(
            @Nullable LocalDate from, @Nullable LocalDate until, ReferenceDate chosenBy, Source source) {

        public boolean covers(LocalDate date) {
            return from != null && !date.isBefore(from) && (until == null || !date.isAfter(until));
        }
    }

    /** The date of an application that selects its scheme version. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = ReferenceDate.FirstSubmission.class, name = "first-submission"),
        @JsonSubTypes.Type(value = ReferenceDate.Answered.class, name = "answered")
    })
    public sealed interface ReferenceDate {
        /** The Hong Kong date of the first submission. */
        record FirstSubmission() implements ReferenceDate {}

        /**
         * A date in the answers.
         *
         * @param question the date question
         */
        record Answered(QuestionId question) implements ReferenceDate {}

        /**
         * The reference date of an application; empty while the date question is unanswered.
         *
         * @param firstSubmission the Hong Kong date of the first submission; today for a draft
         */
        default Optional<LocalDate> of(Answers answers, LocalDate firstSubmission) {
            return switch (this) {
                case FirstSubmission() -> Optional.of(firstSubmission);
                case Answered(var question) -> answers.date(question);
            };
        }
    }

    /**
     * A document that an application must or may have.
     *
     * @param id unique within the list, such as {@code business-plan}
     * @param label the document as applicants read it
     * @param when the document is needed only while this condition is true; left out: always
     * @param optional whether an application may be submitted without the document
     * @param personal whether the document holds personal data
     * @param blindSafe whether the document does not reveal the applicant, so that blind reviews may show it
     * @param source where the requirement comes from
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
     * The promised time from complete information to the decision. A clarification request stops the clock.
     *
     * @param by the choice question whose answer selects the time; left out: one time for every application
     * @param workingDays the time in Hong Kong working days by option id; with one entry of any name when {@code by} is
     *     left out
     * @param source where the pledge comes from
     */
    public record Pledge(
            @Nullable QuestionId by,
            @Bounds(min = 1) Map<String, @Bounds(min = 1, max = 400) Integer> workingDays,
            Source source) {

        public int daysFor(Answers answers) {
            return Optional.ofNullable(by)
                    .flatMap(answers::choice)
                    .map(workingDays::get)
                    .orElseGet(() ->
                            workingDays.values().stream().max(Integer::compare).orElseThrow());
        }
    }

    /**
     * The rule for accepting an offer.
     *
     * @param acceptWithinDays the calendar days after which an offer that was not accepted lapses
     * @param source where the number of days comes from
     */
    public record OfferRule(@Bounds(min = 1, max = 365) int acceptWithinDays, Source source) {}

    /**
     * Makes each approved application an entry of the register of its scheme.
     *
     * @param facts the questions whose answers an entry shows; none of them personal
     * @param until the date question that gives the last day on which other applications may name the entry
     * @param source where the rule comes from
     */
    public record RegisterRule(
            @Bounds(min = 1, distinct = true) List<QuestionId> facts, QuestionId until, Source source) {
        public RegisterRule {
            facts = List.copyOf(facts);
        }
    }

    /**
     * Which answers a variation may change while a grant runs.
     *
     * @param questions the questions whose answers may change; none of them affects eligibility or the amount
     * @param source where the rule comes from
     */
    public record VariationRule(
            @Bounds(min = 1, distinct = true) List<QuestionId> questions, Source source) {
        public VariationRule {
            questions = List.copyOf(questions);
        }
    }

    /** A copy that is in force between other days. */
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

    /** Every missing answer and every broken consistency rule, each with a pointer into the application. */
    public List<Violation> missing(Facts facts) {
        return questionnaire().missing(facts);
    }

    public void requireComplete(Facts facts) {
        questionnaire().requireComplete(facts);
    }

    /** The answers that assessors may get: without personal questions and without personal columns. */
    public Answers assessed(Answers answers) {
        return questionnaire().assessed(answers);
    }

    public Questionnaire questionnaire() {
        return new Questionnaire(questions, consistency);
    }

    /** The answers to the questions of some groups, as served to an assessor during a lease. */
    public Answers inGroups(Answers answers, List<String> groups) {
        return answers.only(
                id -> question(id).map(each -> groups.contains(each.group())).orElse(false));
    }
}
