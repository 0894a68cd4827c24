package hk.itf.disbursement.envelope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import hk.itf.model.calendar.FinancialYear;
import hk.itf.model.id.EnvelopeId;
import hk.itf.model.money.Money;
import hk.itf.model.scheme.value.SchemeId;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** The counters and the free amount of an envelope. */
class EnvelopeTest {

    private static final Money CENT = Money.ofCents(1);

    @Test
    void adjustsFreeAmountByEveryCounter() {
        var envelope = envelope("tst", "2026-27");
        assertThat(envelope.free()).isEqualTo(Money.ZERO);
        envelope.appropriate(Money.hkd(1_000));
        envelope.commit(Money.ofCents(70_001));
        assertThat(envelope.free()).isEqualTo(Money.ofCents(29_999));
        envelope.decommit(Money.hkd(100));
        envelope.recover(CENT);
        assertThat(envelope.free()).isEqualTo(Money.hkd(400));
        assertThat(envelope.committed()).isEqualTo(Money.ofCents(70_001));
    }

    @Test
    void commitsAtMostTheFreeAmount() {
        var envelope = envelope("tst", "2026-27");
        envelope.appropriate(Money.hkd(10));
        assertThatIllegalStateException()
                .isThrownBy(() -> envelope.commit(Money.hkd(10).plus(CENT)));
        envelope.commit(Money.hkd(10));
        assertThat(envelope.free()).isEqualTo(Money.ZERO);
    }

    @Test
    void refusesAmountsThatAreNotPositive() {
        var envelope = envelope("tst", "2026-27");
        for (var amount : List.of(Money.ZERO, Money.ofCents(-1))) {
            for (var act : List.<Consumer<Money>>of(
                    envelope::appropriate, envelope::commit, envelope::decommit, envelope::recover)) {
                assertThatIllegalArgumentException().isThrownBy(() -> act.accept(amount));
            }
        }
    }

    @Test
    void carriesFreeAmountOverToLaterYear() {
        var ended = envelope("tst", "2025-26");
        var open = envelope("tst", "2026-27");
        ended.appropriate(Money.hkd(10));
        ended.commit(Money.hkd(4));
        assertThat(ended.carryOverTo(open)).isEqualTo(Money.hkd(6));
        assertThat(ended.free()).isEqualTo(Money.ZERO);
        assertThat(ended.carriedOut()).isEqualTo(Money.hkd(6));
        assertThat(open.carriedIn()).isEqualTo(Money.hkd(6));
        assertThat(open.free()).isEqualTo(Money.hkd(6));
    }

    @Test
    void carriesNothingToOtherSchemeOrEarlierYear() {
        var ended = envelope("tst", "2026-27");
        for (var other : List.of(envelope("oth", "2027-28"), envelope("tst", "2026-27"), envelope("tst", "2025-26"))) {
            assertThatIllegalStateException().isThrownBy(() -> ended.carryOverTo(other));
        }
    }

    private static Envelope envelope(String scheme, String year) {
        return new Envelope(EnvelopeId.next(), SchemeId.of(scheme), new FinancialYear(year));
    }
}
