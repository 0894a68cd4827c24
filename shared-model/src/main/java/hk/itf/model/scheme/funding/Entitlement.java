package hk.itf.model.scheme.funding;

import hk.itf.model.money.Money;
import hk.itf.model.scheme.value.Source;
import java.util.List;
import java.util.stream.Stream;

/** The amount that the funding formula grants for the answers, with the steps of the calculation. */
public record Entitlement(Money amount, List<Line> lines) {

    /**
     * One explained step of the calculation.
     *
     * @param text the step in plain words, with its numbers
     * @param amount the result of the step
     * @param source where the numbers of the step come from
     */
    public record Line(String text, Money amount, Source source) {}

    public Entitlement {
        lines = List.copyOf(lines);
        if (amount.isNegative()) {
            throw new IllegalArgumentException("an entitlement must not be negative");
        }
    }

    /** The entitlement, limited to {@code most} by one more line with the text {@code reason}. */
    public Entitlement limitedTo(Money most, String reason, Source source) {
        return new Entitlement(
                amount.min(most),
                Stream.concat(lines.stream(), Stream.of(new Line(reason, most, source)))
                        .toList());
    }
}
