package hk.itf.applications.claimline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.longs;

import hk.itf.model.money.Money;
import org.junit.jupiter.api.Test;

class TrancheShareTest {

    @Test
    void wholePlanKeepsRowUnchanged() {
        var share = new TrancheShare(1, Money.ofCents(100_01), Money.ofCents(100_01));
        assertThat(share.shareOf(Money.ofCents(33_33))).isEqualTo(Money.ofCents(33_33));
        assertThat(share.explanation()).isEmpty();
    }

    @Test
    void thirdOfPlanIsRoundedDownToTheCent() {
        var share = new TrancheShare(2, Money.hkd(100), Money.hkd(300));
        assertThat(share.shareOf(Money.ofCents(1_00))).isEqualTo(Money.ofCents(33));
        assertThat(share.shareOf(Money.ofCents(2))).isEqualTo(Money.ZERO);
    }

    @Test
    void explainsShareWithItsAmounts() {
        var share = new TrancheShare(2, Money.hkd(40_000), Money.hkd(100_000));
        assertThat(share.explanation()).hasValueSatisfying(text -> {
            assertThat(text.en()).contains("Tranche 2", "HK$40,000.00", "HK$100,000.00");
            assertThat(text.zhHant()).contains("HK$40,000.00", "HK$100,000.00");
            assertThat(text.zhHans()).contains("HK$40,000.00", "HK$100,000.00");
        });
    }

    @Test
    void sharesOfTwoTranchesNeverExceedTheRow() {
        qt().forAll(longs().between(1, 100_000_000), longs().between(1, 100_000_000), longs().between(0, 10_000_000))
                .check((first, second, rowCents) -> {
                    var plan = Money.ofCents(first + second);
                    var row = Money.ofCents(rowCents);
                    var sum = new TrancheShare(1, Money.ofCents(first), plan)
                            .shareOf(row)
                            .plus(new TrancheShare(2, Money.ofCents(second), plan).shareOf(row));
                    return !sum.exceeds(row) && row.minus(sum).cents() <= 1;
                });
    }
}
