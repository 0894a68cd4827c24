package hk.itf.model.scheme.funding;

import hk.itf.model.money.Money;
import hk.itf.model.scheme.value.Source;
import java.util.List;
import java.util.stream.Stream;

/** What the formula allows for the answers given, explained line by line. */
public record Entitlement(Money amount, List<Line> lines) {

    /**
     * One step of the calculation.
     *
     * @param text the step in plain words, with its numbers
     * @param amount what the step comes to
     * @param source where the numbers of the step come from
     */
    public record Line(String text, Money amount, Source source) {}

    public Entitlement {
        lines = List.copyOf(lines);
        if (amount.isNegative()) {
            throw new IllegalArgumentException("an entitlement is never negative");
        }
    }

    /** The same, and no more than {@code most}; the step tells why. */
    public Entitlement limitedTo(Money most, String why, Source source) {
        return new Entitlement(
                amount.min(most),
                Stream.concat(lines.stream(), Stream.of(new Line(why, most, source)))
                        .toList());
    }
}
