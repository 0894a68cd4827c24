package hk.itf.model.scheme.catalogue;

import static hk.itf.model.NamedValue.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hk.itf.model.Wording;
import hk.itf.model.money.Money;
import hk.itf.model.scheme.Scheme;
import hk.itf.model.scheme.allowance.RemainingAllowances;
import hk.itf.model.scheme.funding.Entitlement;
import hk.itf.model.scheme.question.Answer;
import hk.itf.model.scheme.question.Answers;
import hk.itf.model.scheme.question.QuestionId;
import hk.itf.model.scheme.tranche.ClaimKind;
import hk.itf.model.scheme.tranche.PlannedTranche;
import hk.itf.model.scheme.value.DateRange;
import hk.itf.model.scheme.value.SchemeRef;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Worked examples of a scheme with two stages and matching money. */
class StagedProjectTest {

    private final Scheme scheme = SchemeCatalogue.of(SchemeCatalogue.shipped())
            .get(SchemeRef.of("raise-plus", 1))
            .orElseThrow();

    @Test
    void grantsTwiceTheMatchingMoney() {
        assertThat(granted(project(60, 12, 0, 8)).amount()).isEqualTo(millions(40));
    }

    @Test
    void countsInKindUpToHalfOfMatchingMoney() {
        var entitlement = granted(project(60, 8, 0, 12));
        assertThat(entitlement.amount()).isEqualTo(millions(32));
        assertThat(entitlement.lines())
                .extracting(Entitlement.Line::wording)
                .contains(Wording.of(
                        "entitlement.in-kind-limited", value("offered", millions(12)), value("percent", 50)));
    }

    @Test
    void limitsEntitlementToCostAndCap() {
        assertThat(granted(project(30, 20, 0, 0)).amount()).isEqualTo(millions(10));
        assertThat(granted(project(300, 90, 0, 0)).amount()).isEqualTo(millions(100));
    }

    @Test
    void refusesEntitlementBelowMinimum() {
        assertThatThrownBy(() -> granted(project(14, 5, 0, 0)))
                .hasMessage("below-minimum {entitlement=9,000,000.00 HKD, least=10,000,000.00 HKD}");
    }

    @Test
    void directStage2EntryCountsIndustryCashOnly() {
        var answers = project(60, 25, 5, 5).byQuestion();
        var direct = new HashMap<>(answers);
        direct.put(QuestionId.of("entry"), new Answer.OfChoice("stage-2"));
        assertThat(granted(new Answers(direct)).amount()).isEqualTo(millions(25));
    }

    @Test
    void eachTrancheNeedsItsShareOfMatchingMoney() {
        var plan = scheme.tranches().plan(millions(40), project(60, 12, 0, 8));
        assertThat(plan.tranches())
                .extracting(PlannedTranche::amount)
                .containsExactly(millions(12), millions(16), millions(12));
        assertThat(plan.tranches())
                .extracting(PlannedTranche::matchingMoneyNeeded)
                .containsExactly(millions(6), millions(8), millions(6));
        assertThat(plan.tranches().getFirst().with(Money.ofCents(3)).matchingMoneyNeeded())
                .isEqualTo(Money.ofCents(2));
    }

    @Test
    void datesTranchesByMilestones() {
        var tranches =
                scheme.tranches().plan(millions(40), project(60, 12, 0, 8)).tranches();
        assertThat(tranches)
                .extracting(PlannedTranche::period)
                .containsExactly(
                        new DateRange(LocalDate.of(2027, 1, 1), LocalDate.of(2027, 1, 1)),
                        new DateRange(LocalDate.of(2027, 1, 1), LocalDate.of(2028, 6, 30)),
                        new DateRange(LocalDate.of(2028, 7, 1), LocalDate.of(2029, 12, 31)));
        assertThat(tranches.get(1).reportBy()).isEqualTo(LocalDate.of(2028, 8, 30));
        assertThat(tranches.get(1).claimBy()).isEqualTo(LocalDate.of(2028, 12, 30));
        assertThat(tranches.getFirst().reportBy()).isNull();
    }

    @Test
    void stage2DoublesIndustryCashWithinAwardLimit() {
        var stage = scheme.stages().getFirst();
        var answers = new Answers(Map.of(
                QuestionId.of("stage-2-cost"), new Answer.OfMoney(millions(100)),
                QuestionId.of("stage-2-industry-cash"), new Answer.OfMoney(millions(50))));
        assertThat(stage.entitlement(answers, millions(40)).amount()).isEqualTo(millions(50));
        assertThat(stage.entitlement(answers, millions(70)).amount()).isEqualTo(millions(30));
        assertThat(stage.entitlement(answers, millions(100)).amount()).isEqualTo(Money.ZERO);
    }

    @Test
    void refusesMoreThan60MonthsInBothStages() {
        assertThat(faults(secondStage(LocalDate.of(2030, 1, 1), 24))).isEmpty();
        assertThat(faults(secondStage(LocalDate.of(2030, 1, 1), 25)))
                .containsExactly("/answers/stage-2-months: out-of-range.remaining {most=24}");
    }

    @Test
    void refusesStage2BeforeEndOfStage1() {
        assertThat(faults(secondStage(LocalDate.of(2029, 12, 31), 24)))
                .containsExactly("/answers/stage-2-commencement: too-early.stage {ends=2029-12-31}");
    }

    @Test
    void stageGateNeedsCommissioner() {
        assertThat(scheme.claims().vetting(ClaimKind.STAGE_GATE).authorities()).containsExactly("commissioner");
        assertThat(scheme.claims().vetting(ClaimKind.REPORT).authorities()).isEmpty();
    }

    @Test
    void refusesUnfitStageGateAndConsistencyRules() {
        assertThatThrownBy(() ->
                        broken("{ kind: stage-gate, role: decision-authority", "{ kind: stage-gate, role: secretariat"))
                .hasMessageContaining("/claims/others/stage-gate/role");
        assertThatThrownBy(() -> broken("authorities: [commissioner]", "authorities: [director]"))
                .hasMessageContaining("/claims/others/stage-gate/authorities");
        assertThatThrownBy(() -> broken("date: stage-2-commencement, source", "date: title, source"))
                .hasMessageContaining("/stages/stage-2/consistency/0/date");
        assertThatThrownBy(() -> broken("counts: [months, stage-2-months]", "counts: [stage-2-months, months]"))
                .hasMessageContaining("/stages/stage-2/consistency/1");
    }

    private static void broken(String part, String replacement) {
        var text = SchemeCatalogue.shipped().stream()
                .filter(file -> file.file().equals("raise-plus/v1.yaml"))
                .findFirst()
                .orElseThrow()
                .text();
        assertThat(text).contains(part);
        SchemeReader.read("raise-plus/broken.yaml", text.replace(part, replacement));
    }

    /** The consistency faults of stage 2 in a grant whose stage 1 ends on 31 December 2029. */
    private List<String> faults(Answers secondStage) {
        return scheme
                .stages()
                .getFirst()
                .boundTo(project(60, 12, 0, 8), LocalDate.of(2029, 12, 31))
                .consistency()
                .stream()
                .flatMap(rule -> rule.fault(secondStage, "/answers").stream())
                .map(fault -> fault.pointer() + ": " + fault.wording())
                .toList();
    }

    private static Answers secondStage(LocalDate commencement, int months) {
        return new Answers(Map.of(
                QuestionId.of("stage-2-commencement"), new Answer.OfDate(commencement),
                QuestionId.of("stage-2-months"), new Answer.OfCount(months)));
    }

    @Test
    void extendsDeadlinesToTermsFromDay() {
        var answers = project(60, 12, 0, 8);
        var terms = scheme.tranches().deadlineTerms(answers);
        var planned = scheme.tranches().plan(millions(40), answers).tranches().get(1);
        assertThat(planned.withDeadlinesFrom(LocalDate.of(2028, 1, 1), terms.get(1)))
                .isEqualTo(planned);
        var late = planned.withDeadlinesFrom(LocalDate.of(2028, 11, 15), terms.get(1));
        assertThat(late.reportBy()).isEqualTo(LocalDate.of(2029, 1, 15));
        assertThat(late.claimBy()).isEqualTo(LocalDate.of(2029, 5, 15));
        assertThat(planned.withDeadlinesNotBefore(late)).isEqualTo(late);
        assertThat(late.withDeadlinesNotBefore(planned)).isEqualTo(late);
    }

    private Entitlement granted(Answers answers) {
        return scheme.funding().evaluate(answers, RemainingAllowances.NONE);
    }

    private static Answers project(long cost, long industry, long university, long inKind) {
        return new Answers(Map.of(
                QuestionId.of("entry"), new Answer.OfChoice("stage-1"),
                QuestionId.of("commencement"), new Answer.OfDate(LocalDate.of(2027, 1, 1)),
                QuestionId.of("months"), new Answer.OfCount(36),
                QuestionId.of("cost"), new Answer.OfMoney(millions(cost)),
                QuestionId.of("industry-cash"), new Answer.OfMoney(millions(industry)),
                QuestionId.of("university-cash"), new Answer.OfMoney(millions(university)),
                QuestionId.of("in-kind"), new Answer.OfMoney(millions(inKind))));
    }

    private static Money millions(long millions) {
        return Money.hkd(millions * 1_000_000);
    }
}
