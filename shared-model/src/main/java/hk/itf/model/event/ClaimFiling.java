package hk.itf.model.event;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import hk.itf.model.id.TrancheId;
import hk.itf.model.money.Money;
import hk.itf.model.scheme.Answers;
import hk.itf.model.scheme.ClaimKind;
import hk.itf.model.scheme.DateRange;
import hk.itf.model.scheme.EligibilityOutcome.RuleOutcome;
import hk.itf.model.scheme.Gate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A claim as handed over for vetting.
 *
 * @param kind absent in events of the first release, which knew payments only
 * @param tranche the one tranche it is for
 * @param report the progress report that goes with it
 * @param gates what its acceptance meets
 */
public record ClaimFiling(
        int revision,
        ClaimKind kind,
        TrancheId tranche,
        List<Line> lines,
        Money claimed,
        String report,
        List<Gate> gates) {

    /**
     * One person-month, or one row of what was applied for.
     *
     * @param number 1 for the first line of the claim
     * @param period the days it covers
     * @param paid what the grantee says was really paid
     * @param claimed what the formula makes of it
     * @param row the row it is for, 1 is the first; null for a month
     * @param evidence what the scheme wants to know of a line, without what is personal; null for a month
     * @param rules the scheme's rules for the evidence, and whether each holds
     */
    public record Line(
            int number,
            DateRange period,
            Money paid,
            Money claimed,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Integer row,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Answers evidence,

            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<RuleOutcome> rules) {

        public Line {
            rules = orEmpty(rules);
        }

        /** A month. */
        public Line(int number, DateRange period, Money paid, Money claimed) {
            this(number, period, paid, claimed, null, null, List.of());
        }

        /** A line that fails a rule of the scheme is never accepted. */
        @JsonIgnore
        public boolean acceptable() {
            return rules.stream().allMatch(RuleOutcome::passed);
        }
    }

    public ClaimFiling {
        kind = orPayment(kind);
        lines = List.copyOf(lines);
        gates = List.copyOf(gates);
    }

    private static ClaimKind orPayment(@Nullable ClaimKind kind) {
        return kind == null ? ClaimKind.PAYMENT : kind;
    }

    private static List<RuleOutcome> orEmpty(@Nullable List<RuleOutcome> rules) {
        return rules == null ? List.of() : List.copyOf(rules);
    }
}
