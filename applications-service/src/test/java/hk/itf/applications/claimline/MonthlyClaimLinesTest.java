package hk.itf.applications.claimline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.longs;

import hk.itf.applications.grant.GrantTranche;
import hk.itf.applications.grant.TrancheFixtures;
import hk.itf.model.DomainException;
import hk.itf.model.money.Money;
import hk.itf.model.scheme.catalogue.SchemeCatalogue;
import hk.itf.model.scheme.funding.FundingFormula;
import hk.itf.model.scheme.question.Answer;
import hk.itf.model.scheme.question.Answers;
import hk.itf.model.scheme.question.QuestionId;
import hk.itf.model.scheme.value.SchemeRef;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MonthlyClaimLinesTest {

    private static final FundingFormula RTH = SchemeCatalogue.of(SchemeCatalogue.shipped())
            .get(SchemeRef.of("rth", 2))
            .orElseThrow()
            .funding();
    private static final Answers DOCTORAL =
            new Answers(Map.of(QuestionId.of("degree"), new Answer.OfChoice("doctoral")));
    private static final LocalDate START = LocalDate.of(2026, 8, 1);

    @Test
    void threeMonthsAboveCeilingClaimFullTranche() {
        assertThat(claimed(quarter(Money.hkd(135_000)), 60_000, 60_000, 60_000)).isEqualTo(Money.hkd(135_000));
    }

    @Test
    void doesNotClaimOmittedMonth() {
        assertThat(claimed(quarter(Money.hkd(135_000)), 60_000, 60_000)).isEqualTo(Money.hkd(90_000));
    }

    @Test
    void loweredAwardLowersEveryMonth() {
        assertThat(claimed(quarter(Money.hkd(90_000)), 60_000, 60_000, 60_000)).isEqualTo(Money.hkd(90_000));
    }

    @Test
    void partialMonthCountsInProportionToDays() {
        var cut = TrancheFixtures.tranche(START, LocalDate.of(2026, 8, 15), Money.hkd(45_000));
        assertThat(claimed(cut, 60_000)).isEqualTo(Money.hkd(45_000).share(15, 31));
    }

    @Test
    void namesEveryFaultyLine() {
        var lines = List.of(month(0, Money.hkd(1)), month(2, Money.hkd(1)), month(2, Money.ofCents(-1)));
        var tranche = quarter(Money.hkd(135_000));
        assertThatThrownBy(() -> MonthlyClaimLines.lines(RTH, DOCTORAL, tranche, List.of(tranche), lines))
                .isInstanceOfSatisfying(
                        DomainException.class,
                        e -> assertThat(e.violations())
                                .extracting("pointer")
                                .containsExactly("/lines/0/month", "/lines/2/month", "/lines/2/paid"));
    }

    @Test
    void claimNeverExceedsItsTranche() {
        qt().forAll(
                        longs().between(0, 20_000_000),
                        longs().between(0, 10_000_000),
                        integers().between(1, 120))
                .check((trancheCents, paidCents, days) -> {
                    var tranche =
                            TrancheFixtures.tranche(START, START.plusDays(days - 1L), Money.ofCents(trancheCents));
                    var months = (int) START.datesUntil(START.plusDays(days))
                            .filter(day -> day.getDayOfMonth() == 1)
                            .count();
                    var given = IntStream.rangeClosed(1, months)
                            .mapToObj(month -> month(month, Money.ofCents(paidCents)))
                            .toList();
                    var lines = MonthlyClaimLines.lines(RTH, DOCTORAL, tranche, List.of(tranche), given);
                    return !Money.sum(lines.stream().map(line -> line.claimed()).toList())
                                    .exceeds(tranche.amount())
                            && lines.stream().noneMatch(line -> line.claimed().isNegative());
                });
    }

    private static GrantTranche quarter(Money amount) {
        return TrancheFixtures.tranche(START, LocalDate.of(2026, 10, 31), amount);
    }

    private static Money claimed(GrantTranche tranche, long... paid) {
        var given = IntStream.range(0, paid.length)
                .mapToObj(i -> month(i + 1, Money.hkd(paid[i])))
                .toList();
        var lines = MonthlyClaimLines.lines(RTH, DOCTORAL, tranche, List.of(tranche), given);
        return Money.sum(lines.stream().map(line -> line.claimed()).toList());
    }

    private static ClaimLineInput month(int number, Money paid) {
        return new ClaimLineInput(Optional.of(number), Optional.empty(), paid, Map.of());
    }
}
