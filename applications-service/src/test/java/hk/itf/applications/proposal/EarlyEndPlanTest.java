package hk.itf.applications.proposal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.longs;

import hk.itf.model.DomainException;
import hk.itf.model.money.Money;
import hk.itf.model.scheme.catalogue.SchemeCatalogue;
import hk.itf.model.scheme.question.Answer;
import hk.itf.model.scheme.question.Answers;
import hk.itf.model.scheme.question.QuestionId;
import hk.itf.model.scheme.tranche.TranchePlan;
import hk.itf.model.scheme.tranche.TranchePlanRule;
import hk.itf.model.scheme.value.SchemeRef;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class EarlyEndPlanTest {

    private static final SchemeCatalogue SCHEMES =
            SchemeCatalogue.of(SchemeCatalogue.shipped()); // reading them takes long

    private static final LocalDate START = LocalDate.of(2026, 8, 1);

    @Test
    void endOfQuarterRemovesLaterTranches() {
        var shortened = EarlyEndPlan.shorten(year(Money.hkd(540_000)), LocalDate.of(2027, 1, 31));
        assertThat(shortened.tranches()).hasSize(2);
        assertThat(shortened.total()).isEqualTo(Money.hkd(270_000));
    }

    @Test
    void endWithinMonthKeepsItsDays() {
        var shortened = EarlyEndPlan.shorten(year(Money.hkd(540_000)), LocalDate.of(2026, 12, 15));
        assertThat(shortened.total())
                .isEqualTo(Money.hkd(135_000)
                        .plus(Money.hkd(45_000))
                        .plus(Money.hkd(45_000).share(15, 31)));
        assertThat(shortened.tranches().getLast().period().to()).isEqualTo(LocalDate.of(2026, 12, 15));
    }

    @Test
    void refusesLastDayOutsidePlan() {
        var plan = year(Money.hkd(540_000));
        assertThatThrownBy(() -> EarlyEndPlan.shorten(plan, START.minusDays(1))).isInstanceOf(DomainException.class);
        assertThatThrownBy(() -> EarlyEndPlan.shorten(plan, START.plusYears(1).minusDays(1)))
                .isInstanceOf(DomainException.class);
    }

    @Test
    void earlierEndNeverAwardsMoreAndKeepsIds() {
        qt().forAll(
                        longs().between(0, 200_000_000),
                        integers().between(0, 363),
                        integers().between(0, 363))
                .check((cents, one, other) -> {
                    var plan = year(Money.ofCents(cents));
                    var earlier = EarlyEndPlan.shorten(plan, START.plusDays(Math.min(one, other)));
                    var later = EarlyEndPlan.shorten(plan, START.plusDays(Math.max(one, other)));
                    return !earlier.total().exceeds(later.total())
                            && !later.total().exceeds(plan.total())
                            && earlier.tranches().stream()
                                    .allMatch(tranche -> plan.tranche(tranche.id())
                                            .filter(before -> !tranche.amount().exceeds(before.amount()))
                                            .isPresent());
                });
    }

    @Test
    void shortenedTrancheKeepsReportDateAndMatchRatio() {
        var plan = scheme("raise-plus", 1).plan(Money.hkd(40_000_000), project());
        var before = plan.tranches().get(1);
        var cut = EarlyEndPlan.shorten(plan, before.period().to().minusDays(10))
                .tranches()
                .getLast();
        assertThat(cut.id()).isEqualTo(before.id());
        assertThat(cut.reportBy())
                .isEqualTo(Objects.requireNonNull(before.reportBy()).minusDays(10));
        assertThat(cut.claimBy()).isEqualTo(before.claimBy().minusDays(10));
        assertThat(cut.match()).isEqualTo(before.match());
        assertThat(cut.gates()).isEqualTo(before.gates());
    }

    private static TranchePlan year(Money amount) {
        return scheme("rth", 2).plan(amount, answers());
    }

    private static TranchePlanRule scheme(String id, int version) {
        return SCHEMES.get(SchemeRef.of(id, version)).orElseThrow().tranches();
    }

    private static Answers project() {
        return new Answers(Map.of(
                QuestionId.of("entry"), new Answer.OfChoice("stage-1"),
                QuestionId.of("commencement"), new Answer.OfDate(START),
                QuestionId.of("months"), new Answer.OfCount(12)));
    }

    private static Answers answers() {
        return new Answers(Map.of(
                QuestionId.of("engagement-start"), new Answer.OfDate(START),
                QuestionId.of("engagement-months"), new Answer.OfCount(12)));
    }
}
