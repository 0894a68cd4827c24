package hk.itf.disbursement.award;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hk.itf.model.money.Money;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** The counters of the amounts of an award and their bounds. */
class AwardMoneyTest {

    private static final Money CENT = Money.ofCents(1);

    /** 18,000 awarded and committed, 9,000 released and paid. */
    private static AwardMoney halfPaid() {
        var money = AwardMoney.awarded(Money.hkd(18_000));
        money.commit();
        money.release(Money.hkd(9_000));
        money.book(Money.hkd(9_000));
        return money;
    }

    @Test
    void movesReceivableFromPaidToOwedToRecovered() {
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
    void movesCancelledReceivableBackToPaid() {
        var money = halfPaid();
        money.raiseReceivable(Money.hkd(5_000));
        money.cancelReceivable(Money.hkd(5_000));
        assertThat(money.paid()).isEqualTo(Money.hkd(9_000));
        assertThat(money.owed()).isEqualTo(Money.ZERO);
    }

    @Test
    void keepsEveryCounterWithinItsBounds() {
        refuses(money -> money.release(Money.hkd(9_000).plus(CENT)), "exceeds the unreleased committed amount");
        refuses(money -> money.book(CENT), "booked amount exceeds");
        refuses(money -> money.bounce(CENT, false), "bounced amount exceeds");
        refuses(money -> money.bounce(Money.hkd(9_000).plus(CENT), true), "bounced amount exceeds");
        refuses(money -> money.raiseReceivable(Money.hkd(9_000).plus(CENT)), "exceeds the paid amount");
        refuses(money -> money.cancelReceivable(CENT), "cancelled amount exceeds");
        refuses(money -> money.recover(CENT), "recovered amount exceeds");
        refuses(
                money -> money.lowerAwarded(Money.hkd(9_000).minus(CENT)),
                "between the released and the awarded amount");
        refuses(
                money -> money.lowerAwarded(Money.hkd(18_000).plus(CENT)),
                "between the released and the awarded amount");
        refuses(
                money -> {
                    money.raiseReceivable(CENT);
                    money.close();
                },
                "still owed");
        refuses(
                money -> {
                    money.release(CENT);
                    money.close();
                },
                "has not answered every payment");
    }

    private static void refuses(Consumer<AwardMoney> act, String because) {
        var money = halfPaid();
        assertThatThrownBy(() -> act.accept(money))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(because);
    }
}
