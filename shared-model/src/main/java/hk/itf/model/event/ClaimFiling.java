package hk.itf.model.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import hk.itf.model.id.PaperId;
import hk.itf.model.id.TrancheId;
import hk.itf.model.money.Money;
import hk.itf.model.scheme.question.Answers;
import hk.itf.model.scheme.tranche.ClaimKind;
import hk.itf.model.scheme.tranche.Gate;
import hk.itf.model.scheme.value.DateRange;
import hk.itf.model.scheme.value.RuleId;
import hk.itf.model.scheme.vetting.EligibilityOutcome.RuleOutcome;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A claim as handed over for vetting.
 *
 * @param kind absent in events of the first release, which knew payments only
 * @param tranche the one tranche it is for
 * @param report the progress report that goes with it
 * @param gates what its acceptance meets
 * @param papers what is attached to it; empty in events of the time before a claim could have any
 */
public record ClaimFiling(
        int revision,
        ClaimKind kind,
        TrancheId tranche,
        List<Line> lines,
        Money claimed,
        String report,
        List<Gate> gates,

        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Paper> papers) {

    /**
     * A file attached to the claim, without its name, which may tell something personal.
     *
     * @param document which of the documents that the scheme asks for
     * @param sha256 of its content, in hexadecimal
     */
    public record Paper(PaperId id, RuleId document, String sha256) {}

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
    }

    public ClaimFiling {
        kind = orPayment(kind);
        lines = List.copyOf(lines);
        gates = List.copyOf(gates);
        papers = orEmpty(papers);
        requireNumberedLines(lines);
        requireMoneyOf(kind, lines, claimed);
    }

    private static void requireNumberedLines(List<Line> lines) {
        if (lines.stream().map(Line::number).distinct().count() != lines.size()) {
            throw new IllegalArgumentException("two lines of a claim have the same number");
        }
    }

    /** Claims for a report, a milestone or a stage gate have no lines; they and matching claims ask for no money. */
    private static void requireMoneyOf(ClaimKind kind, List<Line> lines, Money claimed) {
        if (claimed.isNegative()
                || lines.stream().anyMatch(line -> line.claimed().isNegative())) {
            throw new IllegalArgumentException("a claim is never negative");
        }
        var sound = switch (kind) {
            case PAYMENT, ADVANCE, ACCOUNTS -> true;
            case MATCHING -> claimed.isZero();
            case REPORT, MILESTONE, STAGE_GATE -> claimed.isZero() && lines.isEmpty();
        };
        if (!sound) {
            throw new IllegalArgumentException("a claim of kind %s asks for no money".formatted(kind));
        }
    }

    /** Without papers. */
    public ClaimFiling(
            int revision,
            ClaimKind kind,
            TrancheId tranche,
            List<Line> lines,
            Money claimed,
            String report,
            List<Gate> gates) {
        this(revision, kind, tranche, lines, claimed, report, gates, List.of());
    }

    private static ClaimKind orPayment(@Nullable ClaimKind kind) {
        return kind == null ? ClaimKind.PAYMENT : kind;
    }

    private static <T> List<T> orEmpty(@Nullable List<T> some) {
        return some == null ? List.of() : List.copyOf(some);
    }
}
