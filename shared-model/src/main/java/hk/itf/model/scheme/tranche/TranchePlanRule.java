package hk.itf.model.scheme.tranche;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import hk.itf.model.id.TrancheId;
import hk.itf.model.money.Money;
import hk.itf.model.scheme.question.Answers;
import hk.itf.model.scheme.question.QuestionId;
import hk.itf.model.scheme.value.DateRange;
import hk.itf.model.scheme.value.Source;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How an entitlement becomes instalments. */
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
     * Paid after each period of so many months, for what a claim of that period shows.
     *
     * @param everyMonths the length of a period
     * @param from the date question that starts the first period
     * @param months the count question that tells how many months there are
     * @param claimWithinMonths after a period ends, its claim may be filed for so many months
     */
    record InArrears(
            int everyMonths, QuestionId from, QuestionId months, Set<Gate> gates, int claimWithinMonths, Source source)
            implements TranchePlanRule {
        public InArrears {
            if (everyMonths < 1 || claimWithinMonths < 1) {
                throw new IllegalArgumentException("periods and deadlines have at least one month");
            }
        }
    }

    /**
     * Paid once, for what a claim after the last day shows.
     *
     * @param from the date question of the first day
     * @param to the date question of the last day
     * @param claimWithinMonths after the last day, the claim may be filed for so many months
     * @param advance what may be paid before, on request; null when nothing may
     */
    record OnCompletion(
            QuestionId from,
            QuestionId to,
            Set<Gate> gates,
            int claimWithinMonths,
            @Nullable Advance advance,
            Source source)
            implements TranchePlanRule {
        public OnCompletion {
            if (claimWithinMonths < 1) {
                throw new IllegalArgumentException("a deadline has at least one month");
            }
        }
    }

    /**
     * Paid in percentages, each when the gates of its milestone are met.
     *
     * @param from the date question of the first day
     * @param months the count question that tells how many months there are
     * @param parts in order of time; their percentages sum to 100
     */
    record MilestoneShares(QuestionId from, QuestionId months, List<MilestoneShare> parts, Source source)
            implements TranchePlanRule {
        public MilestoneShares {
            parts = List.copyOf(parts);
            if (parts.stream().mapToInt(MilestoneShare::percent).sum() != 100) {
                throw new IllegalArgumentException("instalments sum to 100 percent");
            }
            for (var i = 1; i < parts.size(); i++) {
                if (parts.get(i).at() < parts.get(i - 1).at()) {
                    throw new IllegalArgumentException("instalments are in order of time");
                }
            }
        }
    }

    /**
     * @param percent of what is granted; cents that do not divide go by largest remainder
     * @param at its milestone, in hundredths of the months: 0 is the first day, 100 the last; whole months, rounded up
     * @param reportWithinMonths after the milestone, what has to be reported is due in so many months; null when nothing is
     * @param claimWithinMonths after the milestone, claims may be filed for so many months
     * @param advance what may be paid before, on request; null when nothing may
     * @param match how much matching money has to be evidenced for it; null when none has to be
     */
    record MilestoneShare(
            int percent,
            int at,
            Set<Gate> gates,
            @Nullable Integer reportWithinMonths,
            int claimWithinMonths,
            @Nullable Advance advance,
            @Nullable MatchRatio match) {
        public MilestoneShare {
            if (percent < 1 || at < 0 || at > 100 || claimWithinMonths < 1) {
                throw new IllegalArgumentException(
                        "an instalment is a part, at a time within the months, with a deadline");
            }
            if (gates.contains(Gate.MATCHING_EVIDENCED) != (match != null)) {
                throw new IllegalArgumentException("what waits for matching money says how much of it");
            }
            if (reportWithinMonths != null && reportWithinMonths >= claimWithinMonths) {
                throw new IllegalArgumentException("a report is due before the deadline of its instalment");
            }
        }
    }

    /** The rule that an answer chooses. */
    record ByChoice(QuestionId question, Map<String, TranchePlanRule> of, Source source) implements TranchePlanRule {
        public ByChoice {
            of = Map.copyOf(of);
        }

        private TranchePlanRule chosen(Answers answers) {
            return Objects.requireNonNull(of.get(answers.choice(question).orElseThrow()));
        }
    }

    /** NoTranches is paid. */
    record NoTranches(Source source) implements TranchePlanRule {}

    /** @param percent of the tranche, rounded down to the cent */
    record Advance(int percent, Source source) {
        public Advance {
            if (percent < 1 || percent > 99) {
                throw new IllegalArgumentException("an advance is a part of the tranche");
            }
        }
    }

    /**
     * How long an instalment waits after its period.
     *
     * @param claimWithinMonths for its claims
     * @param reportWithinMonths for what has to be reported; null when nothing has to be
     */
    record DeadlineTerms(int claimWithinMonths, @Nullable Integer reportWithinMonths) {}

    Source source();

    /** The terms of its instalments, in order. */
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

    /** Every gate of any of its tranches. */
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

    /** Dated tranches whose amounts sum to {@code entitlement}, each in proportion to its months. */
    default TranchePlan plan(Money entitlement, Answers answers) {
        return switch (this) {
            case InArrears rule -> {
                LocalDate start = answers.date(rule.from()).orElseThrow();
                int months = answers.count(rule.months()).orElseThrow();
                var weights = new ArrayList<Long>();
                for (var done = 0; done < months; done += rule.everyMonths()) {
                    weights.add((long) Math.min(rule.everyMonths(), months - done));
                }
                var amounts = entitlement.split(weights);
                var tranches = new ArrayList<PlannedTranche>();
                var monthsBefore = 0L;
                for (var i = 0; i < weights.size(); i++) {
                    var monthsAfter = monthsBefore + weights.get(i);
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
                yield new TranchePlan(tranches);
            }
            case OnCompletion rule -> {
                var period = new DateRange(
                        answers.date(rule.from()).orElseThrow(),
                        answers.date(rule.to()).orElseThrow());
                yield new TranchePlan(List.of(new PlannedTranche(
                        TrancheId.next(),
                        1,
                        entitlement,
                        period,
                        rule.gates(),
                        period.to().plusMonths(rule.claimWithinMonths()),
                        percent(rule.advance()),
                        null,
                        null)));
            }
            case MilestoneShares rule -> {
                LocalDate start = answers.date(rule.from()).orElseThrow();
                int months = answers.count(rule.months()).orElseThrow();
                var amounts = entitlement.split(
                        rule.parts().stream().map(part -> (long) part.percent()).toList());
                var tranches = new ArrayList<PlannedTranche>();
                var since = start;
                for (var i = 0; i < amounts.size(); i++) {
                    var part = rule.parts().get(i);
                    var milestone = start.plusMonths(Math.ceilDiv(months * part.at(), 100));
                    // The day before the milestone is the last of the period; the first instalment may have none.
                    var until = milestone.minusDays(1).isBefore(since) ? since : milestone.minusDays(1);
                    tranches.add(new PlannedTranche(
                            TrancheId.next(),
                            i + 1,
                            amounts.get(i),
                            new DateRange(since, until),
                            part.gates(),
                            until.plusMonths(part.claimWithinMonths()),
                            percent(part.advance()),
                            part.reportWithinMonths() == null ? null : until.plusMonths(part.reportWithinMonths()),
                            part.match()));
                    since = milestone.isAfter(since) ? milestone : since;
                }
                yield new TranchePlan(tranches);
            }
            case ByChoice rule -> rule.chosen(answers).plan(entitlement, answers);
            case NoTranches nothing -> new TranchePlan(List.of());
        };
    }

    private static @Nullable Integer percent(@Nullable Advance advance) {
        return advance == null ? null : advance.percent();
    }
}
