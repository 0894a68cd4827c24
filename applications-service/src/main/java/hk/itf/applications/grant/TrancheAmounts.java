package hk.itf.applications.grant;

import hk.itf.model.id.TrancheId;
import hk.itf.model.money.Money;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The amounts of the tranches of a grant. A plan counts an advance within its tranche; here the advance is a tranche of its
 * own.
 */
public final class TrancheAmounts {

    private final List<GrantTranche> all;

    TrancheAmounts(List<GrantTranche> all) {
        this.all = List.copyOf(all);
    }

    /**
     * The payable amount of a planned tranche with its advance, when the tranche is cancelled, accepted, due or paid, or has an
     * advance. Empty while the amount is open.
     */
    public Optional<Money> payableWithAdvance(TrancheId planned) {
        return all.stream()
                .filter(tranche -> tranche.id().equals(planned) && isBegun(tranche))
                .findFirst()
                .map(tranche -> payableOf(tranche).plus(advanced(planned)));
    }

    /** The amount of a planned tranche and its advance that is released or paid. */
    public Money releasedWithAdvance(TrancheId planned) {
        return sum(
                tranche -> isOrdered(tranche)
                        && tranche.advanceOf().orElse(tranche.id()).equals(planned),
                this::payableOf);
    }

    /** The amount of the advance of a tranche. */
    Money advanced(TrancheId planned) {
        return sum(
                tranche -> tranche.status() != GrantTranche.Status.CANCELLED
                        && tranche.advanceOf().filter(planned::equals).isPresent(),
                GrantTranche::amount);
    }

    private boolean isBegun(GrantTranche tranche) {
        return tranche.status() != GrantTranche.Status.SCHEDULED
                || tranche.accepted().isPresent()
                || !advanced(tranche.id()).isZero();
    }

    private static boolean isOrdered(GrantTranche tranche) {
        return switch (tranche.status()) {
            case RELEASED, PAID -> true;
            case SCHEDULED, DUE, PREPARED, CANCELLED -> false;
        };
    }

    private Money payableOf(GrantTranche tranche) {
        return tranche.payable(advanced(tranche.id()));
    }

    private Money sum(Predicate<GrantTranche> wanted, Function<GrantTranche, Money> amount) {
        return Money.sum(all.stream().filter(wanted).map(amount).toList());
    }
}
