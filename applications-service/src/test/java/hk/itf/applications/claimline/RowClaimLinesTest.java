package hk.itf.applications.claimline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import hk.itf.model.DomainException;
import hk.itf.model.event.ClaimFiling;
import hk.itf.model.money.Money;
import hk.itf.model.scheme.Scheme;
import hk.itf.model.scheme.catalogue.SchemeCatalogue;
import hk.itf.model.scheme.question.Answer;
import hk.itf.model.scheme.question.AnswerKind;
import hk.itf.model.scheme.question.Answers;
import hk.itf.model.scheme.question.Condition;
import hk.itf.model.scheme.question.Facts;
import hk.itf.model.scheme.question.QuestionId;
import hk.itf.model.scheme.tranche.ClaimRule;
import hk.itf.model.scheme.value.DateRange;
import hk.itf.model.scheme.value.LocalisedText;
import hk.itf.model.scheme.value.RuleId;
import hk.itf.model.scheme.value.SchemeRef;
import hk.itf.model.scheme.value.Source;
import hk.itf.model.scheme.vetting.EligibilityOutcome.RuleOutcome;
import hk.itf.model.scheme.vetting.EligibilityRule;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.LongStream;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

/**
 * Claim lines of a training grant for three trainees with course fees of 27,000.00, 27,000.00 and 9,000.01. The scheme
 * pays two thirds of each fee.
 */
class RowClaimLinesTest {

    private static final Scheme NITTP = SchemeCatalogue.of(SchemeCatalogue.shipped())
            .get(SchemeRef.of("nittp", 1))
            .orElseThrow();
    private static final ClaimRule.Lines RULE =
            Objects.requireNonNull(NITTP.claims().lines());
    private static final DateRange COURSE = new DateRange(LocalDate.of(2026, 9, 1), LocalDate.of(2026, 9, 30));
    private static final Facts APPLIED = new Facts(fees(27_000_00, 27_000_00, 9_000_01), "company");
    private static final TrancheShare WHOLE_PLAN = new TrancheShare(1, Money.hkd(42_000), Money.hkd(42_000));
    private static final Map<String, JsonNode> COMPLETE = attended(8, 10);

    // Amounts

    @Test
    void claimsTwoThirdsOfPaidFee() {
        assertThat(claimed(WHOLE_PLAN, line(1, 27_000_00), line(2, 20_000_00)))
                .containsExactly(Money.hkd(18_000), Money.ofCents(13_333_33));
    }

    @Test
    void claimsNothingForUnpaidFee() {
        assertThat(claimed(WHOLE_PLAN, line(1, 0))).containsExactly(Money.ZERO);
    }

    @Test
    void claimsAtMostTheAmountGrantedForTheRow() {
        assertThat(claimed(WHOLE_PLAN, line(1, 30_000_00), line(3, 30_000_00)))
                .containsExactly(Money.hkd(18_000), Money.hkd(6_000));
    }

    @Test
    void claimsShareOfTrancheRoundedDown() {
        var third = new TrancheShare(2, Money.hkd(14_000), Money.hkd(42_000));
        assertThat(claimed(third, line(1, 20_000_00), line(2, 27_000_00)))
                .containsExactly(Money.ofCents(4_444_44), Money.hkd(6_000));
    }

    // Content

    @Test
    void numbersLinesInTheOrderGiven() {
        assertThat(lines(APPLIED, WHOLE_PLAN, line(3, 9_000_01), line(1, 27_000_00)))
                .extracting(ClaimFiling.Line::number, ClaimFiling.Line::row)
                .containsExactly(tuple(1, 3), tuple(2, 1));
    }

    @Test
    void carriesPeriodPaidAmountAndEvidence() {
        var line = lines(APPLIED, WHOLE_PLAN, line(2, 20_000_01)).getFirst();
        assertThat(line.period()).isEqualTo(COURSE);
        assertThat(line.paid()).isEqualTo(Money.ofCents(20_000_01));
        assertThat(line.evidence())
                .isEqualTo(new Answers(Map.of(
                        QuestionId.of("attended"),
                        new Answer.OfCount(8),
                        QuestionId.of("lessons"),
                        new Answer.OfCount(10),
                        QuestionId.of("fees-confirmed"),
                        new Answer.OfYesNo(true))));
    }

    @Test
    void filesLineThatFailsRuleWithItsClaimedAmount() {
        var missed = lines(
                APPLIED, WHOLE_PLAN, line(1, 27_000_00, attended(70, 100)), line(2, 27_000_00, attended(69, 100)));
        assertThat(missed).extracting(ClaimFiling.Line::claimed).containsOnly(Money.hkd(18_000));
        assertThat(missed.getFirst().rules()).allMatch(RuleOutcome::passed);
        assertThat(missed.getLast().rules())
                .extracting(outcome -> outcome.rule().value(), RuleOutcome::passed)
                .containsExactly(tuple("attendance", false), tuple("fees-paid", true));
    }

    @Test
    void checksRulesOfLineAgainstOrganisationKind() {
        var company = new EligibilityRule(
                RuleId.of("company"),
                new LocalisedText("The grantee is a company.", "受資助機構為公司。", "受资助机构为公司。"),
                null,
                new Condition.OrganisationIs(List.of("company")),
                Source.of("demo-default"));
        var rule = new ClaimRule.Lines(RULE.rows(), List.of(), List.of(), List.of(company));
        assertThat(passedRules(rule, APPLIED)).containsExactly(true);
        assertThat(passedRules(rule, new Facts(APPLIED.answers(), "university")))
                .containsExactly(false);
    }

    @Test
    void acceptsLineWithoutOptionalEvidence() {
        var optional = new AnswerKind.Column(
                QuestionId.of("remark"),
                new LocalisedText("Remark", "備註", "备注"),
                new AnswerKind.OfText(20),
                false,
                true);
        var rule = new ClaimRule.Lines(RULE.rows(), List.of(optional), List.of(), List.of());
        var lines =
                RowClaimLines.lines(NITTP, rule, APPLIED, COURSE, WHOLE_PLAN, List.of(line(1, 27_000_00, Map.of())));
        assertThat(lines.getFirst().evidence()).isEqualTo(Answers.NONE);
    }

    // Refusals

    @Test
    void refusesClaimWithoutLines() {
        refuses(APPLIED, List.of(), tuple("/lines", "required"));
    }

    @Test
    void refusesRowOutsideTheApplication() {
        refuses(
                APPLIED,
                List.of(line(0, 1_00), line(3, 1_00), line(4, 1_00)),
                tuple("/lines/0/row", "out-of-range"),
                tuple("/lines/2/row", "out-of-range"));
        refuses(new Facts(Answers.NONE, "company"), List.of(line(1, 1_00)), tuple("/lines/0/row", "out-of-range"));
    }

    @Test
    void refusesSecondLineOfOneRow() {
        refuses(APPLIED, List.of(line(2, 1_00), line(1, 1_00), line(2, 1_00)), tuple("/lines/2/row", "twice"));
    }

    @Test
    void refusesMissingRow() {
        var withoutRow = new ClaimLineInput(Optional.empty(), Optional.empty(), Money.hkd(1), COMPLETE);
        refuses(APPLIED, List.of(withoutRow), tuple("/lines/0/row", "required"));
    }

    @Test
    void refusesMonth() {
        var withMonth = new ClaimLineInput(Optional.of(1), Optional.of(1), Money.hkd(1), COMPLETE);
        refuses(APPLIED, List.of(withMonth), tuple("/lines/0/month", "not-asked"));
    }

    @Test
    void refusesNegativePaidAmount() {
        refuses(APPLIED, List.of(line(1, -1)), tuple("/lines/0/paid", "negative"));
    }

    @Test
    void refusesMissingEvidence() {
        refuses(
                APPLIED,
                List.of(line(1, 1_00, Map.of("lessons", new IntNode(10)))),
                tuple("/lines/0/evidence/attended", "required"),
                tuple("/lines/0/evidence/fees-confirmed", "required"));
    }

    @Test
    void refusesEvidenceThatTheSchemeDoesNotAskFor() {
        Map<String, JsonNode> evidence = Map.of(
                "attended", new IntNode(8),
                "lessons", new IntNode(10),
                "fees-confirmed", BooleanNode.TRUE,
                "mood/now", new TextNode("good"));
        refuses(APPLIED, List.of(line(1, 1_00, evidence)), tuple("/lines/0/evidence/mood~1now", "unknown-column"));
    }

    @Test
    void refusesEvidenceOfWrongKind() {
        Map<String, JsonNode> evidence = Map.of(
                "attended", new IntNode(-1),
                "lessons", new TextNode("ten"),
                "fees-confirmed", BooleanNode.TRUE);
        assertThat(faults(APPLIED, List.of(line(1, 1_00, evidence))))
                .containsExactlyInAnyOrder(
                        tuple("/lines/0/evidence/attended", "out-of-range"),
                        tuple("/lines/0/evidence/lessons", "not-a-count"));
    }

    @Test
    void refusesMoreLessonsAttendedThanHeld() {
        refuses(
                APPLIED,
                List.of(line(1, 1_00, attended(10, 10)), line(2, 1_00, attended(11, 10))),
                tuple("/lines/1/evidence/attended", "out-of-range"));
    }

    @Test
    void namesEveryFaultOfEveryLine() {
        var negative = new ClaimLineInput(Optional.of(1), Optional.empty(), Money.ofCents(-1), attended(11, 10));
        refuses(
                APPLIED,
                List.of(line(7, 1_00), negative),
                tuple("/lines/0/row", "out-of-range"),
                tuple("/lines/1/row", "required"),
                tuple("/lines/1/month", "not-asked"),
                tuple("/lines/1/paid", "negative"),
                tuple("/lines/1/evidence/attended", "out-of-range"));
    }

    private static List<Boolean> passedRules(ClaimRule.Lines rule, Facts applied) {
        var lines =
                RowClaimLines.lines(NITTP, rule, applied, COURSE, WHOLE_PLAN, List.of(line(1, 27_000_00, Map.of())));
        return lines.getFirst().rules().stream().map(RuleOutcome::passed).toList();
    }

    private static List<Money> claimed(TrancheShare share, ClaimLineInput... given) {
        return lines(APPLIED, share, given).stream()
                .map(ClaimFiling.Line::claimed)
                .toList();
    }

    private static List<ClaimFiling.Line> lines(Facts applied, TrancheShare share, ClaimLineInput... given) {
        return RowClaimLines.lines(NITTP, RULE, applied, COURSE, share, List.of(given));
    }

    private static void refuses(Facts applied, List<ClaimLineInput> given, Tuple... faults) {
        assertThat(faults(applied, given)).containsExactly(faults);
    }

    private static List<Tuple> faults(Facts applied, List<ClaimLineInput> given) {
        var faults = new ArrayList<Tuple>();
        assertThatThrownBy(() -> RowClaimLines.lines(NITTP, RULE, applied, COURSE, WHOLE_PLAN, given))
                .isInstanceOfSatisfying(DomainException.class, refusal -> {
                    assertThat(refusal.kind()).isEqualTo(DomainException.Kind.INVALID);
                    assertThat(refusal.slug()).isEqualTo("invalid-claim");
                    refusal.violations().forEach(fault -> faults.add(tuple(fault.pointer(), fault.code())));
                });
        return faults;
    }

    private static ClaimLineInput line(int row, long paidCents) {
        return line(row, paidCents, COMPLETE);
    }

    private static ClaimLineInput line(int row, long paidCents, Map<String, JsonNode> evidence) {
        return new ClaimLineInput(Optional.empty(), Optional.of(row), Money.ofCents(paidCents), evidence);
    }

    private static Map<String, JsonNode> attended(int attended, int lessons) {
        return Map.of(
                "attended", new IntNode(attended),
                "lessons", new IntNode(lessons),
                "fees-confirmed", BooleanNode.TRUE);
    }

    private static Answers fees(long... cents) {
        var trainees = LongStream.of(cents)
                .mapToObj(fee -> new Answers(Map.of(QuestionId.of("fee"), new Answer.OfMoney(Money.ofCents(fee)))))
                .toList();
        return new Answers(Map.of(QuestionId.of("trainees"), new Answer.OfRows(trainees)));
    }
}
