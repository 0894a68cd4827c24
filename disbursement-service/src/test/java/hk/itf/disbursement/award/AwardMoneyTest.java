package hk.itf.disbursement.award;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hk.itf.model.money.Money;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Every counter, and that none goes where the others do not allow. */
class AwardMoneyTest {

    private static final Money CENT = Money.ofCents(1);

    /** 18,000 awarded and committed, 9,000 ordered and paid. */
    private static AwardMoney halfPaid() {
        var money = AwardMoney.awarded(Money.hkd(18_000));
        money.commit();
        money.release(Money.hkd(9_000));
        money.book(Money.hkd(9_000));
        return money;
    }

    @Test
    void whatIsOwedLeavesPaidAndWhatComesBackLeavesOwed() {
        var money = halfPaid();
        money.raiseReceivable(Money.hkd(5_000));
        assertThat(money.paid()).isEqualTo(Money.hkd(4_000));
        assertThat(money.owed()).isEqualTo(Money.hkd(5_000));
        money.recover(Money.hkd(5_000));
        assertThat(money.owed()).isEqualTo(Money.ZERO);
        assertThat(money.recovered()).isEqualTo(Money.hkd(5_000));
        assertThat(money.released()).isEqualTo(Money.hkd(9_000));
        assertThat(money.close()).isEqualTo(Money.hkd(9_000));
        assertThat(money.committed()).isEqualTo(Money.hkd(9_000));
    }

    @Test
    void whatIsNotOwedAfterAllIsPaidAgain() {
        var money = halfPaid();
        money.raiseReceivable(Money.hkd(5_000));
        money.cancelReceivable(Money.hkd(5_000));
        assertThat(money.paid()).isEqualTo(Money.hkd(9_000));
        assertThat(money.owed()).isEqualTo(Money.ZERO);
    }

    @Test
    void noCounterLeavesItsBounds() {
        refuses(money -> money.release(Money.hkd(9_000).plus(CENT)), "less is committed");
        refuses(money -> money.book(CENT), "less is released");
        refuses(money -> money.bounce(CENT, false), "less is with the bank");
        refuses(money -> money.bounce(Money.hkd(9_000).plus(CENT), true), "less is with the bank");
        refuses(money -> money.raiseReceivable(Money.hkd(9_000).plus(CENT)), "less is paid");
        refuses(money -> money.cancelReceivable(CENT), "less is owed");
        refuses(money -> money.recover(CENT), "less is owed");
        refuses(money -> money.lowerAwarded(Money.hkd(9_000).minus(CENT)), "between what is released and what is awarded");
        refuses(money -> money.lowerAwarded(Money.hkd(18_000).plus(CENT)), "between what is released and what is awarded");
        refuses(
                money -> {
                    money.raiseReceivable(CENT);
                    money.close();
                },
                "money is owed");
        refuses(
                money -> {
                    money.release(CENT);
                    money.close();
                },
                "money is in flight");
    }

    private static void refuses(Consumer<AwardMoney> act, String because) {
        var money = halfPaid();
        assertThatThrownBy(() -> act.accept(money))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(because);
    }
}
