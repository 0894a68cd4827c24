package hk.itf.model.event;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import hk.itf.model.id.PaperId;
import hk.itf.model.id.TrancheId;
import hk.itf.model.json.Json;
import hk.itf.model.json.Sha256;
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
 * A submitted claim.
 *
 * @param kind absent in events of the first release, which knew payments only
 * @param tranche the tranche that the claim is about
 * @param report the progress report of the claim
 * @param gates the gates that its acceptance meets
 * @param papers the attached papers; empty in older events, when claims had no papers
 * @param contentSha256 the SHA-256 of all of this, see {@link #hashed()}; null in events of older builds
 */
public record ClaimFiling(
        int revision,
        ClaimKind kind,
        TrancheId tranche,
        List<Line> lines,
        Money claimed,
        String report,
        List<Gate> gates,

        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Paper> papers,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String contentSha256) {

    /**
     * A paper of the claim, without its file name, which may be personal.
     *
     * @param document the document that the scheme requires
     * @param sha256 of its content, in hexadecimal
     */
    public record Paper(PaperId id, RuleId document, String sha256) {}

    /**
     * A line of the claim: one person-month, or one row of the application.
     *
     * @param number 1 for the first line of the claim
     * @param period the days that the line covers
     * @param paid the amount that the grantee paid, as the grantee states it
     * @param claimed the amount that the formula grants for the paid amount
     * @param row the row of the application, 1 for the first; null for a month
     * @param evidence the evidence that the scheme requires for a line, without personal data; null for a month
     * @param rules the scheme's rules for the evidence with their outcomes
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

        /** A line for a person-month. */
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

    /** A claim without papers. */
    public ClaimFiling(
            int revision,
            ClaimKind kind,
            TrancheId tranche,
            List<Line> lines,
            Money claimed,
            String report,
            List<Gate> gates) {
        this(revision, kind, tranche, lines, claimed, report, gates, List.of(), null);
    }

    /** The same filing with the SHA-256 of its JSON, in hexadecimal. */
    public ClaimFiling hashed() {
        var unhashed = new ClaimFiling(revision, kind, tranche, lines, claimed, report, gates, papers, null);
        return new ClaimFiling(
                revision, kind, tranche, lines, claimed, report, gates, papers, Sha256.of(Json.write(unhashed)));
    }

    /** How a decision names this filing; null when an older build sent it, without a hash. */
    @JsonIgnore
    public @Nullable FilingRef ref() {
        return contentSha256 == null ? null : new FilingRef(revision, contentSha256);
    }

    private static ClaimKind orPayment(@Nullable ClaimKind kind) {
        return kind == null ? ClaimKind.PAYMENT : kind;
    }

    private static <T> List<T> orEmpty(@Nullable List<T> some) {
        return some == null ? List.of() : List.copyOf(some);
    }
}
