package hk.itf.model.money;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * An amount of Hong Kong dollars, held in cents. JSON writes an amount as {@code {"amount": "18000.00", "currency":
 * "HKD"}}, always with two decimals. Arithmetic is exact and throws {@link ArithmeticException} on overflow.
 *
 * @param cents the amount in HK cents; may be negative within a calculation
 * @param currency ISO 4217 code, always {@code HKD}
 */
public record Money(long cents, String currency) implements Comparable<Money> {

    public static final String HKD = "HKD";
    public static final Money ZERO = new Money(0, HKD);

    private static final Pattern PLAIN = Pattern.compile("-?(0|[1-9][0-9]{0,12})\\.[0-9]{2}");
    private static final Pattern PLAIN_WITH_CURRENCY = Pattern.compile("(-?[0-9.]+) ([A-Z]{3})");

    public Money {
        if (!HKD.equals(currency)) {
            throw new IllegalArgumentException("the currency must be HKD");
        }
    }

    public static Money ofCents(long cents) {
        return new Money(cents, HKD);
    }

    public static Money hkd(long dollars) {
        return new Money(Math.multiplyExact(dollars, 100), HKD);
    }

    /**
     * Reads the JSON form.
     *
     * @throws IllegalArgumentException unless {@code amount} has the form {@code 18000.00}, without separators or exponent
     */
    @JsonCreator
    public static Money of(
            @JsonProperty("amount") @Nullable String amount, @JsonProperty("currency") @Nullable String currency) {
        if (amount == null || !PLAIN.matcher(amount).matches()) {
            throw new IllegalArgumentException("the amount must be a string such as \"18000.00\", with two decimals");
        }
        if (currency == null) {
            throw new IllegalArgumentException("the currency is required");
        }
        return new Money(new BigDecimal(amount).movePointRight(2).longValueExact(), currency);
    }

    /** Reads the form of scheme files: {@code 500000.00 HKD}. */
    public static Money parse(String text) {
        var matcher = PLAIN_WITH_CURRENCY.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("an amount is written as \"500000.00 HKD\"");
        }
        return of(matcher.group(1), matcher.group(2));
    }

    @JsonProperty("amount")
    public String amount() {
        return BigDecimal.valueOf(cents, 2).toPlainString();
    }

    @Override
    @JsonIgnore
    public long cents() {
        return cents;
    }

    public Money plus(Money other) {
        return new Money(Math.addExact(cents, same(other).cents), currency);
    }

    public Money minus(Money other) {
        return new Money(Math.subtractExact(cents, same(other).cents), currency);
    }

    public Money times(long factor) {
        return new Money(Math.multiplyExact(cents, factor), currency);
    }

    /**
     * The fraction {@code numerator / denominator} of this amount, rounded down to the cent.
     *
     * @throws IllegalArgumentException when the numerator is negative or the denominator is not positive
     */
    public Money share(long numerator, long denominator) {
        if (numerator < 0 || denominator <= 0) {
            throw new IllegalArgumentException("a share is a non-negative fraction");
        }
        return new Money(
                BigDecimal.valueOf(cents)
                        .multiply(BigDecimal.valueOf(numerator))
                        .divide(BigDecimal.valueOf(denominator), 0, RoundingMode.FLOOR)
                        .longValueExact(),
                currency);
    }

    /**
     * Splits this amount by weight. The parts add up to this amount: cents that do not divide go to the parts with the
     * largest remainders, and among equal remainders to the earlier part.
     *
     * @throws IllegalArgumentException when a weight or this amount is negative, or when all weights are zero
     */
    public List<Money> split(List<Long> weights) {
        var total = weights.stream().mapToLong(Long::longValue).reduce(0L, Math::addExact);
        if (total <= 0 || weights.stream().anyMatch(weight -> weight < 0) || cents < 0) {
            throw new IllegalArgumentException("weights are non-negative and not all zero; the amount is not negative");
        }
        var parts = new ArrayList<Long>();
        var remainders = new ArrayList<BigDecimal>();
        var given = 0L;
        for (var weight : weights) {
            var exact = BigDecimal.valueOf(cents)
                    .multiply(BigDecimal.valueOf(weight))
                    .divideAndRemainder(BigDecimal.valueOf(total));
            parts.add(exact[0].longValueExact());
            remainders.add(exact[1]);
            given += exact[0].longValueExact();
        }
        var byRemainder = IntStream.range(0, parts.size())
                .boxed()
                .sorted(Comparator.<Integer, BigDecimal>comparing(remainders::get)
                        .reversed())
                .toList();
        for (var i = 0; i < cents - given; i++) {
            parts.set(byRemainder.get(i), parts.get(byRemainder.get(i)) + 1);
        }
        return parts.stream().map(part -> new Money(part, currency)).toList();
    }

    public Money min(Money other) {
        return cents <= same(other).cents ? this : other;
    }

    public Money max(Money other) {
        return exceeds(other) ? this : other;
    }

    public static Money sum(List<Money> parts) {
        return parts.stream().reduce(ZERO, Money::plus);
    }

    @JsonIgnore
    public boolean isZero() {
        return cents == 0;
    }

    @JsonIgnore
    public boolean isPositive() {
        return cents > 0;
    }

    @JsonIgnore
    public boolean isNegative() {
        return cents < 0;
    }

    public boolean exceeds(Money other) {
        return cents > same(other).cents;
    }

    private Money same(Money other) {
        if (!Objects.equals(currency, other.currency)) {
            throw new IllegalArgumentException("mixed currencies");
        }
        return other;
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(cents, same(other).cents);
    }

    /** The amount as texts show it: {@code 35,000.00 HKD}. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%,.2f %s", BigDecimal.valueOf(cents, 2), currency);
    }
}
