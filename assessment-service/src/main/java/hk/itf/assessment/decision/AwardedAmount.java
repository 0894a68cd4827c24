package hk.itf.assessment.decision;

import static hk.itf.model.NamedValue.value;

import hk.itf.model.DomainException;
import hk.itf.model.money.Money;
import hk.itf.model.scheme.funding.FundingFormula;
import org.jspecify.annotations.Nullable;

/** The amount that a decider awards: the entitlement, or less when the decider asks for less. */
final class AwardedAmount {

    private AwardedAmount() {}

    /**
     * Checks the amount that the decider asks for.
     *
     * @param asked the amount to award; null for the entitlement
     * @throws DomainException {@code award-above-entitlement}, {@code award-below-least}, {@code award-not-positive}
     */
    static Money of(FundingFormula funding, Money entitlement, @Nullable Money asked) {
        var awarded = asked == null ? entitlement : asked;
        if (funding instanceof FundingFormula.NoFunding) {
            if (!awarded.isZero()) {
                throw DomainException.broken("award-above-entitlement.no-money");
            }
            return Money.ZERO; // the application is approved without money
        }
        if (awarded.exceeds(entitlement)) {
            throw DomainException.broken(
                    "award-above-entitlement", value("awarded", awarded), value("entitlement", entitlement));
        }
        if (!awarded.isPositive()) {
            throw DomainException.broken("award-not-positive");
        }
        if (funding instanceof FundingFormula.WithMinimum(var least, var of, var source) && least.exceeds(awarded)) {
            throw DomainException.broken("award-below-least", value("awarded", awarded), value("least", least));
        }
        return awarded;
    }
}
