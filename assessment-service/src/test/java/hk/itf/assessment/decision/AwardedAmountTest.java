package hk.itf.assessment.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hk.itf.model.DomainException;
import hk.itf.model.money.Money;
import hk.itf.model.scheme.catalogue.SchemeCatalogue;
import hk.itf.model.scheme.funding.FundingFormula;
import hk.itf.model.scheme.value.SchemeRef;
import org.junit.jupiter.api.Test;

class AwardedAmountTest {

    private static final SchemeCatalogue SCHEMES = SchemeCatalogue.of(SchemeCatalogue.shipped());
    private static final Money ENTITLED = Money.hkd(40_000_000);

    @Test
    void awardsEntitlementUnlessLessIsAsked() {
        assertThat(AwardedAmount.of(funding("raise-plus"), ENTITLED, null)).isEqualTo(ENTITLED);
        assertThat(AwardedAmount.of(funding("raise-plus"), ENTITLED, Money.hkd(10_000_000)))
                .isEqualTo(Money.hkd(10_000_000));
    }

    @Test
    void refusesAwardAboveEntitlementBelowLeastOrZero() {
        refused("raise-plus", "40000000.01", "award-above-entitlement");
        refused("raise-plus", "9999999.99", "award-below-least");
        refused("itsp-platform", "0.00", "award-not-positive");
        assertThat(AwardedAmount.of(funding("itsp-platform"), ENTITLED, Money.ofCents(1)))
                .isEqualTo(Money.ofCents(1));
    }

    @Test
    void awardsNothingInSchemeWithoutMoney() {
        assertThat(AwardedAmount.of(funding("nittp-course"), Money.ZERO, null)).isEqualTo(Money.ZERO);
        refused("nittp-course", "0.01", "award-above-entitlement");
    }

    private static void refused(String scheme, String asked, String slug) {
        assertThatThrownBy(() -> AwardedAmount.of(funding(scheme), ENTITLED, Money.of(asked, Money.HKD)))
                .isInstanceOfSatisfying(
                        DomainException.class,
                        refusal -> assertThat(refusal.slug()).isEqualTo(slug));
    }

    private static FundingFormula funding(String scheme) {
        return SCHEMES.get(SchemeRef.of(scheme, 1)).orElseThrow().funding();
    }
}
