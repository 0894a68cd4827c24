package hk.itf.model.scheme.funding;

import hk.itf.model.money.Money;
import hk.itf.model.scheme.value.LocalisedText;
import hk.itf.model.scheme.value.Source;
import java.util.List;

/**
 * An entitlement as people read it: the amount, and each step of its calculation in all languages. Stored with a
 * submission and carried by its event, so that later changes of the texts leave the applicant's statement unchanged.
 */
public record EntitlementStatement(Money amount, List<Line> lines) {

    /**
     * One explained step of the calculation.
     *
     * @param text the step in words, with its numbers
     * @param amount the result of the step
     * @param source where the numbers of the step come from
     */
    public record Line(LocalisedText text, Money amount, Source source) {}

    public EntitlementStatement {
        lines = List.copyOf(lines);
        if (amount.isNegative()) {
            throw new IllegalArgumentException("an entitlement must not be negative");
        }
    }
}
