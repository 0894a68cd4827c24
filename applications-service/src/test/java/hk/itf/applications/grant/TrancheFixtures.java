package hk.itf.applications.grant;

import hk.itf.model.id.GrantId;
import hk.itf.model.id.TrancheId;
import hk.itf.model.money.Money;
import hk.itf.model.scheme.tranche.Gate;
import hk.itf.model.scheme.tranche.PlannedTranche;
import hk.itf.model.scheme.value.DateRange;
import java.time.LocalDate;
import java.util.EnumSet;

/** Makes the tranches of an accepted offer. */
public final class TrancheFixtures {

    private TrancheFixtures() {}

    public static GrantTranche tranche(LocalDate from, LocalDate to, Money amount) {
        return GrantTranche.follow(
                GrantId.next(),
                new PlannedTranche(
                        TrancheId.next(),
                        1,
                        amount,
                        new DateRange(from, to),
                        EnumSet.of(
                                Gate.AGREEMENT_SIGNED, Gate.CLAIM_ACCEPTED, Gate.REPORT_ACCEPTED, Gate.PAYEE_VERIFIED),
                        to.plusMonths(3)));
    }
}
