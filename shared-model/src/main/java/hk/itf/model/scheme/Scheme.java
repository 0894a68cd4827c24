package hk.itf.model.scheme;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import hk.itf.model.DomainException;
import hk.itf.model.Violation;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One immutable version of a funding programme, read from a file. Everything that differs between schemes is here;
 * everything here says where it comes from.
 *
 * @param register set when an approved case becomes an entry that cases of other schemes can name
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
        ClaimRule claims,
        @Nullable RegisterRule register) {

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

    /** When applications are taken. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Window.AllYear.class, name = "all-year"),
        @JsonSubTypes.Type(value = Window.Calls.class, name = "calls")
    })
    public sealed interface Window {
        record AllYear(@Nullable Lead lead, Source source) implements Window {}

        /**
         * Only while a call is open.
         *
         * @param allYearFor who may apply at any time nevertheless; null for nobody
         */
        record Calls(
                @Nullable Condition allYearFor, @Nullable Lead lead, Source source) implements Window {}

        /**
         * How long before a date of the case an application has to be there.
         *
         * @param before the date question
         * @param atLeast ISO 8601, such as {@code P35D} or {@code P4M}
         */
        record Lead(QuestionId before, Period atLeast, Source source) {

            private void require(Answers answers, LocalDate firstSubmission) {
                answers.date(before).map(date -> date.minus(atLeast)).ifPresent(last -> {
                    if (firstSubmission.isAfter(last)) {
                        throw new DomainException(
                                DomainException.Kind.RULE_BROKEN,
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
        Lead lead();

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
    }

    /** A document that has to be attached. */
    public record DocumentRequirement(
            RuleId id, LocalisedText label, boolean optional, boolean personal, boolean blindSafe, Source source) {}

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
     * How claims are vetted.
     *
     * @param role who vets a claim, line by line
     * @param workingDays the target for vetting one
     * @param meets the gates an accepted claim meets
     * @param lines what a claim has a line for; null when it is a month of the tranche's period
     */
    public record ClaimRule(
            String role,
            int workingDays,
            List<Gate> meets,
            @Nullable ClaimLines lines,
            Source source) {}

    /**
     * A claim has a line for each row of a list that was applied for.
     *
     * @param rows the rows question
     * @param evidence what each line tells besides what was paid
     * @param rules what has to hold for the evidence of a line; a line that fails one is never accepted
     */
    public record ClaimLines(QuestionId rows, List<AnswerKind.Column> evidence, List<EligibilityRule> rules) {
        public ClaimLines {
            evidence = List.copyOf(evidence);
            rules = List.copyOf(rules);
            if (evidence.stream().anyMatch(AnswerKind.Column::personal)) {
                throw new IllegalArgumentException("evidence goes to assessors and tells nothing personal");
            }
        }
    }

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

    /** The same rules, in force between other days. */
    Scheme inForce(@Nullable LocalDate from, @Nullable LocalDate until) {
        return new Scheme(
                id,
                version,
                name,
                category,
                referencePrefix,
                new Effective(from, until, effective.chosenBy(), effective.source()),
                window,
                questions,
                documents,
                eligibility,
                funding,
                allowances,
                vetting,
                pledge,
                offer,
                tranches,
                claims,
                register);
    }

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
        var assessed = new LinkedHashMap<QuestionId, Answer>();
        answers.byQuestion()
                .forEach((id, answer) -> question(id)
                        .filter(question -> !question.personal())
                        .ifPresent(question -> assessed.put(id, withoutPersonalColumns(question, answer))));
        return new Answers(assessed);
    }

    private static Answer withoutPersonalColumns(Question question, Answer answer) {
        return question.answer() instanceof AnswerKind.OfRows kind && answer instanceof Answer.OfRows(var rows)
                ? new Answer.OfRows(rows.stream()
                        .map(row -> row.only(id -> kind.column(id)
                                .filter(column -> !column.personal())
                                .isPresent()))
                        .toList())
                : answer;
    }

    /** The answers served to an assessor during a lease, by question group. */
    public Answers inGroups(Answers answers, List<String> groups) {
        return answers.only(
                id -> question(id).map(each -> groups.contains(each.group())).orElse(false));
    }
}
