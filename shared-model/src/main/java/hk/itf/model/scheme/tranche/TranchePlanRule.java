package hk.itf.model.scheme.tranche;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import hk.itf.model.id.TrancheId;
import hk.itf.model.money.Money;
import hk.itf.model.scheme.question.Answers;
import hk.itf.model.scheme.question.QuestionId;
import hk.itf.model.scheme.value.Bounds;
import hk.itf.model.scheme.value.DateRange;
import hk.itf.model.scheme.value.Source;
import hk.itf.model.scheme.value.Written;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How a scheme divides an entitlement into tranches. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = TranchePlanRule.InArrears.class, name = "in-arrears"),
    @JsonSubTypes.Type(value = TranchePlanRule.OnCompletion.class, name = "on-completion"),
    @JsonSubTypes.Type(value = TranchePlanRule.MilestoneShares.class, name = "instalments"),
    @JsonSubTypes.Type(value = TranchePlanRule.ByChoice.class, name = "by-choice"),
    @JsonSubTypes.Type(value = TranchePlanRule.NoTranches.class, name = "nothing")
})
public sealed interface TranchePlanRule {

    /**
     * One tranche for each period of some months, paid after the period. The last period may be shorter.
     *
     * @param everyMonths the length of a period in months, such as 3
     * @param from the date question that gives the first day of the first period
     * @param months the count question that gives the number of months of the grant
     * @param gates the gates of each tranche
     * @param claimWithinMonths the months after the end of a period in which its claim may be filed
     * @param source where the rule comes from
     */
    record InArrears(
            @Bounds(min = 1, max = 60) int everyMonths,
            QuestionId from,
            QuestionId months,
            Set<Gate> gates,
            @Bounds(min = 1, max = 60) int claimWithinMonths,
            Source source)
            implements TranchePlanRule {
        public InArrears {
            if (everyMonths < 1 || claimWithinMonths < 1) {
                throw new IllegalArgumentException("every-months and claim-within-months must be at least 1");
            }
        }
    }

    /**
     * One tranche, paid after the last day.
     *
     * @param from the date question that gives the first day
     * @param to the date question that gives the last day
     * @param gates the gates of the tranche
     * @param claimWithinMonths the months after the last day in which the claim may be filed
     * @param advance the advance that may be paid on request; left out: none
     * @param source where the rule comes from
     */
    record OnCompletion(
            QuestionId from,
            QuestionId to,
            Set<Gate> gates,
            @Bounds(min = 1, max = 60) int claimWithinMonths,
            @Nullable Advance advance,
            Source source)
            implements TranchePlanRule {
        public OnCompletion {
            if (claimWithinMonths < 1) {
                throw new IllegalArgumentException("claim-within-months must be at least 1");
            }
        }
    }

    /**
     * One tranche for each milestone. Each tranche is a percentage of the entitlement.
     *
     * @param from the date question that gives the first day
     * @param months the count question that gives the number of months of the grant
     * @param parts the tranches in order of their milestones; their percentages add up to 100
     * @param source where the rule comes from
     */
    record MilestoneShares(
            QuestionId from,
            QuestionId months,
            @Bounds(min = 1, max = 60) List<MilestoneShare> parts,
            Source source) implements TranchePlanRule {
        public MilestoneShares {
            parts = List.copyOf(parts);
            if (parts.stream().mapToInt(MilestoneShare::percent).sum() != 100) {
                throw new IllegalArgumentException("the percentages of the parts must sum to 100");
            }
            for (var i = 1; i < parts.size(); i++) {
                if (parts.get(i).at() < parts.get(i - 1).at()) {
                    throw new IllegalArgumentException("the parts must be in the order of their milestones");
                }
            }
        }
    }

    /**
     * One tranche of a plan by milestones.
     *
     * @param percent the percentage of the entitlement; cents that do not divide go by largest remainder
     * @param at the milestone as a percentage of the months, rounded up to whole months: 0 is the first day, 100 the last
     * @param gates the gates of the tranche
     * @param reportWithinMonths the months after the milestone in which a report is due; left out: no report
     * @param claimWithinMonths the months after the milestone in which claims may be filed
     * @param advance the advance that may be paid on request; left out: none
     * @param match the matching money that must be evidenced; left out: none
     */
    record MilestoneShare(
            @Bounds(min = 1, max = 100) int percent,
            @Bounds(min = 0, max = 100) int at,
            Set<Gate> gates,
            @Bounds(min = 1, max = 60) @Nullable Integer reportWithinMonths,
            @Bounds(min = 1, max = 60) int claimWithinMonths,
            @Nullable Advance advance,
            @Nullable MatchRatio match) {
        public MilestoneShare {
            if (percent < 1 || at < 0 || at > 100 || claimWithinMonths < 1) {
                throw new IllegalArgumentException(
                        "percent must be at least 1, at must be 0 to 100, and claim-within-months at least 1");
            }
            if (gates.contains(Gate.MATCHING_EVIDENCED) != (match != null)) {
                throw new IllegalArgumentException(
                        "a part has the gate matching-evidenced if, and only if, it has match");
            }
            if (reportWithinMonths != null && reportWithinMonths >= claimWithinMonths) {
                throw new IllegalArgumentException("report-within-months must be less than claim-within-months");
            }
        }
    }

    /**
     * One of several rules; an answer chooses which.
     *
     * @param question the choice question that selects the rule
     * @param of one rule for each option of the choice question, by option id
     * @param source where the rules come from
     */
    record ByChoice(
            QuestionId question, @Bounds(min = 1) Map<@Written(Written.ID) String, TranchePlanRule> of, Source source)
            implements TranchePlanRule {
        public ByChoice {
            of = Map.copyOf(of);
        }

        private TranchePlanRule chosen(Answers answers) {
            return Objects.requireNonNull(of.get(answers.choice(question).orElseThrow()));
        }
    }

    /**
     * No tranche. For schemes that grant no money.
     *
     * @param source where the rule comes from
     */
    record NoTranches(Source source) implements TranchePlanRule {}

    /**
     * The part of a tranche that may be paid in advance.
     *
     * @param percent the percentage of the tranche, rounded down to the cent
     * @param source where the percentage comes from
     */
    record Advance(@Bounds(min = 1, max = 99) int percent, Source source) {
        public Advance {
            if (percent < 1 || percent > 99) {
                throw new IllegalArgumentException("the percentage of an advance must be 1 to 99");
            }
        }
    }

    /**
     * The deadlines of a tranche, in months after its period.
     *
     * @param claimWithinMonths the months in which claims may be filed
     * @param reportWithinMonths the months in which a report is due; null when no report is due
     */
    record DeadlineTerms(int claimWithinMonths, @Nullable Integer reportWithinMonths) {}

    Source source();

    /** The deadline terms of each tranche, in order. */
    default List<DeadlineTerms> deadlineTerms(Answers answers) {
        return switch (this) {
            case InArrears rule ->
                Collections.nCopies(
                        Math.ceilDiv(answers.count(rule.months()).orElseThrow(), rule.everyMonths()),
                        new DeadlineTerms(rule.claimWithinMonths(), null));
            case OnCompletion rule -> List.of(new DeadlineTerms(rule.claimWithinMonths(), null));
            case MilestoneShares rule ->
                rule.parts().stream()
                        .map(part -> new DeadlineTerms(part.claimWithinMonths(), part.reportWithinMonths()))
                        .toList();
            case ByChoice rule -> rule.chosen(answers).deadlineTerms(answers);
            case NoTranches nothing -> List.of();
        };
    }

    /** The gates of all tranches together. */
    default Set<Gate> gates() {
        return switch (this) {
            case InArrears rule -> rule.gates();
            case OnCompletion rule -> rule.gates();
            case MilestoneShares rule ->
                rule.parts().stream().flatMap(part -> part.gates().stream()).collect(Collectors.toSet());
            case ByChoice rule ->
                rule.of().values().stream()
                        .flatMap(each -> each.gates().stream())
                        .collect(Collectors.toSet());
            case NoTranches nothing -> Set.of();
        };
    }

    /** Divides {@code entitlement} into dated tranches. Their amounts add up to the entitlement to the cent. */
    default TranchePlan plan(Money entitlement, Answers answers) {
        return switch (this) {
            case InArrears rule -> planPeriods(rule, entitlement, answers);
            case OnCompletion rule -> planOneTranche(rule, entitlement, answers);
            case MilestoneShares rule -> planMilestones(rule, entitlement, answers);
            case ByChoice rule -> rule.chosen(answers).plan(entitlement, answers);
            case NoTranches nothing -> new TranchePlan(List.of());
        };
    }

    /** Each period gets an amount in proportion to its months. */
    private static TranchePlan planPeriods(InArrears rule, Money entitlement, Answers answers) {
        LocalDate start = answers.date(rule.from()).orElseThrow();
        int months = answers.count(rule.months()).orElseThrow();
        var monthsOfPeriods = new ArrayList<Long>();
        for (var planned = 0; planned < months; planned += rule.everyMonths()) {
            monthsOfPeriods.add((long) Math.min(rule.everyMonths(), months - planned));
        }
        var amounts = entitlement.split(monthsOfPeriods);
        var tranches = new ArrayList<PlannedTranche>();
        var monthsBefore = 0L;
        for (var i = 0; i < monthsOfPeriods.size(); i++) {
            var monthsAfter = monthsBefore + monthsOfPeriods.get(i);
            var period = new DateRange(
                    start.plusMonths(monthsBefore),
                    start.plusMonths(monthsAfter).minusDays(1));
            tranches.add(new PlannedTranche(
                    TrancheId.next(),
                    i + 1,
                    amounts.get(i),
                    period,
                    rule.gates(),
                    period.to().plusMonths(rule.claimWithinMonths())));
            monthsBefore = monthsAfter;
        }
        return new TranchePlan(tranches);
    }

    private static TranchePlan planOneTranche(OnCompletion rule, Money entitlement, Answers answers) {
        var period = new DateRange(
                answers.date(rule.from()).orElseThrow(), answers.date(rule.to()).orElseThrow());
        return new TranchePlan(List.of(new PlannedTranche(
                TrancheId.next(),
                1,
                entitlement,
                period,
                rule.gates(),
                period.to().plusMonths(rule.claimWithinMonths()),
                percentOf(rule.advance()),
                null,
                null)));
    }

    private static TranchePlan planMilestones(MilestoneShares rule, Money entitlement, Answers answers) {
        LocalDate start = answers.date(rule.from()).orElseThrow();
        int months = answers.count(rule.months()).orElseThrow();
        var amounts = entitlement.split(
                rule.parts().stream().map(part -> (long) part.percent()).toList());
        var tranches = new ArrayList<PlannedTranche>();
        var firstDay = start;
        for (var i = 0; i < amounts.size(); i++) {
            var part = rule.parts().get(i);
            var milestone = start.plusMonths(Math.ceilDiv(months * part.at(), 100));
            // A period ends on the day before its milestone. A milestone on the first day gives a period of one day.
            var dayBefore = milestone.minusDays(1);
            var lastDay = dayBefore.isBefore(firstDay) ? firstDay : dayBefore;
            tranches.add(new PlannedTranche(
                    TrancheId.next(),
                    i + 1,
                    amounts.get(i),
                    new DateRange(firstDay, lastDay),
                    part.gates(),
                    lastDay.plusMonths(part.claimWithinMonths()),
                    percentOf(part.advance()),
                    part.reportWithinMonths() == null ? null : lastDay.plusMonths(part.reportWithinMonths()),
                    part.match()));
            firstDay = milestone.isAfter(firstDay) ? milestone : firstDay;
        }
        return new TranchePlan(tranches);
    }

    private static @Nullable Integer percentOf(@Nullable Advance advance) {
        return advance == null ? null : advance.percent();
    }
}
