package hk.itf.assessment.decision;

import hk.itf.model.DomainException;
import hk.itf.model.money.Money;
import hk.itf.model.scheme.funding.FundingFormula;
import org.jspecify.annotations.Nullable;

/** How much of what an applicant is entitled to a decider awards: all of it, unless less is said. */
final class AwardedAmount {

    private AwardedAmount() {}

    /**
     * @param asked what the decider says; null for all of it
     * @throws DomainException {@code award-above-entitlement}, {@code award-below-least}, {@code award-not-positive}
     */
    static Money of(FundingFormula funding, Money entitlement, @Nullable Money asked) {
        var awarded = asked == null ? entitlement : asked;
        if (funding instanceof FundingFormula.NoFunding) {
            if (!awarded.isZero()) {
                throw DomainException.broken("award-above-entitlement", "This scheme grants no money.");
            }
            return Money.ZERO; // the case itself is approved
        }
        if (awarded.exceeds(entitlement)) {
            throw DomainException.broken(
                    "award-above-entitlement", "At most %s may be awarded.".formatted(entitlement));
        }
        if (!awarded.isPositive()) {
            throw DomainException.broken("award-not-positive", "An award of nothing is a decline.");
        }
        if (funding instanceof FundingFormula.WithMinimum(var least, var of, var source) && least.exceeds(awarded)) {
            throw DomainException.broken(
                    "award-below-least", "A grant of this scheme is %s at least.".formatted(least));
        }
        return awarded;
    }
}
