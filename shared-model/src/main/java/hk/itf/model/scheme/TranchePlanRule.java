package hk.itf.model.scheme;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import hk.itf.model.id.TrancheId;
import hk.itf.model.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How an entitlement becomes instalments. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = TranchePlanRule.InArrears.class, name = "in-arrears"),
    @JsonSubTypes.Type(value = TranchePlanRule.OnCompletion.class, name = "on-completion"),
    @JsonSubTypes.Type(value = TranchePlanRule.Nothing.class, name = "nothing")
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

    /** Nothing is paid. */
    record Nothing(Source source) implements TranchePlanRule {}

    /** @param percent of the tranche, rounded down to the cent */
    record Advance(int percent, Source source) {
        public Advance {
            if (percent < 1 || percent > 99) {
                throw new IllegalArgumentException("an advance is a part of the tranche");
            }
        }
    }

    Source source();

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
                LocalDate first = answers.date(rule.from()).orElseThrow();
                LocalDate last = answers.date(rule.to()).orElseThrow();
                var period = new DateRange(first, last.isBefore(first) ? first : last);
                yield new TranchePlan(List.of(new PlannedTranche(
                        TrancheId.next(),
                        1,
                        entitlement,
                        period,
                        rule.gates(),
                        period.to().plusMonths(rule.claimWithinMonths()),
                        rule.advance() == null ? null : rule.advance().percent())));
            }
            case Nothing nothing -> new TranchePlan(List.of());
        };
    }
}
