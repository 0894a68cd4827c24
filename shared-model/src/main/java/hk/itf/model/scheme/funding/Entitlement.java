package hk.itf.model.scheme.funding;

import hk.itf.model.Wording;
import hk.itf.model.money.Money;
import hk.itf.model.scheme.value.LocalisedText;
import hk.itf.model.scheme.value.Source;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** The amount that the funding formula grants for the answers, with the steps of the calculation. */
public record Entitlement(Money amount, List<Line> lines) {

    /**
     * One explained step of the calculation.
     *
     * @param wording the step in words, before its language is chosen; a label whose key begins with {@code entitlement.}
     * @param amount the result of the step
     * @param source where the numbers of the step come from
     */
    public record Line(Wording wording, Money amount, Source source) {}

    public Entitlement {
        lines = List.copyOf(lines);
        if (amount.isNegative()) {
            throw new IllegalArgumentException("an entitlement must not be negative");
        }
    }

    /** The entitlement, limited to {@code most} by one more line with the wording {@code reason}. */
    public Entitlement limitedTo(Money most, Wording reason, Source source) {
        return new Entitlement(
                amount.min(most),
                Stream.concat(lines.stream(), Stream.of(new Line(reason, most, source)))
                        .toList());
    }

    /** The statement for people. {@code texts} gives the text of a label in all languages. */
    public EntitlementStatement explain(Function<Wording, LocalisedText> texts) {
        return new EntitlementStatement(
                amount,
                lines.stream()
                        .map(line -> new EntitlementStatement.Line(
                                texts.apply(line.wording()), line.amount(), line.source()))
                        .toList());
    }
}
