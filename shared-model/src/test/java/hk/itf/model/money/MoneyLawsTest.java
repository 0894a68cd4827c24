package hk.itf.model.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.lists;
import static org.quicktheories.generators.SourceDSL.longs;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyLawsTest {

    @Test
    void partsOfSplitSumToAmount() {
        qt().forAll(
                        longs().between(0, 4_000_000_000_000L),
                        lists().of(longs().between(0, 1_000_000L)).ofSizeBetween(1, 40))
                .assuming((cents, weights) -> weights.stream().anyMatch(weight -> weight > 0))
                .check((cents, weights) -> {
                    var parts = Money.ofCents(cents).split(weights);
                    return Money.sum(parts).cents() == cents && parts.stream().noneMatch(Money::isNegative);
                });
    }

    @Test
    void partIsWithinOneCentOfExactShare() {
        qt().forAll(
                        longs().between(0, 4_000_000_000_000L),
                        lists().of(longs().between(1, 1_000_000L)).ofSizeBetween(1, 40))
                .check((cents, weights) -> {
                    var total = weights.stream().mapToLong(Long::longValue).sum();
                    var parts = Money.ofCents(cents).split(weights);
                    for (var i = 0; i < parts.size(); i++) {
                        var floor = Money.ofCents(cents)
                                .share(weights.get(i), total)
                                .cents();
                        if (parts.get(i).cents() < floor || parts.get(i).cents() > floor + 1) {
                            return false;
                        }
                    }
                    return true;
                });
    }

    @Test
    void readsBackWhatItWrites() {
        qt().forAll(longs().between(0, 999_999_999_999_999L))
                .check(cents -> Money.of(Money.ofCents(cents).amount(), "HKD").cents() == cents);
    }

    @Test
    void sharesRoundDown() {
        qt().forAll(
                        longs().between(0, 4_000_000_000_000L),
                        integers().between(0, 9),
                        integers().between(1, 9))
                .check((cents, part, whole) ->
                        Money.ofCents(cents).share(part, whole).cents() == Math.multiplyExact(cents, part) / whole);
    }

    @Test
    void twoThirdsOf27000Are18000() {
        assertThat(Money.hkd(27_000).share(2, 3)).isEqualTo(Money.hkd(18_000));
    }

    @Test
    void refusesOverflow() {
        assertThatThrownBy(() -> Money.ofCents(Long.MAX_VALUE).plus(Money.ofCents(1)))
                .isInstanceOf(ArithmeticException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1",
                "1.0",
                "1.000",
                "01.00",
                "1e2",
                "+1.00",
                "1,000.00",
                "",
                " 1.00",
                "NaN",
                "12345678901234.00",
                "-"
            })
    void refusesOtherNotations(String amount) {
        assertThatThrownBy(() -> Money.of(amount, "HKD")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesOtherCurrencies() {
        assertThatThrownBy(() -> Money.of("1.00", "USD")).isInstanceOf(IllegalArgumentException.class);
    }
}
