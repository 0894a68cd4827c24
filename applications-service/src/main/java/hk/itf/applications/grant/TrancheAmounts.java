package hk.itf.applications.grant;

import hk.itf.model.id.TrancheId;
import hk.itf.model.money.Money;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The instalments of a grant as they stand. A plan names an instalment whole; what was split off as an advance is an
 * instalment beside it.
 */
public final class TrancheAmounts {

    private final List<GrantTranche> all;

    TrancheAmounts(List<GrantTranche> all) {
        this.all = List.copyOf(all);
    }

    /**
     * What an instalment comes to whole that is cancelled, accepted, due or paid, or of which something is paid in advance:
     * what is paid of it or will be. Empty when nothing of that is known yet.
     */
    public Optional<Money> begun(TrancheId planned) {
        return all.stream()
                .filter(tranche -> tranche.id().equals(planned) && isBegun(tranche))
                .findFirst()
                .map(tranche -> comesTo(tranche).plus(advanced(planned)));
    }

    /** What is paid or with the bank of an instalment and of its advance. */
    public Money ordered(TrancheId planned) {
        return sum(
                tranche -> isOrdered(tranche)
                        && tranche.advanceOf().orElse(tranche.id()).equals(planned),
                this::comesTo);
    }

    /** What is split off an instalment and stays an instalment beside it. */
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

    private Money comesTo(GrantTranche tranche) {
        return tranche.comesTo(advanced(tranche.id()));
    }

    private Money sum(Predicate<GrantTranche> wanted, Function<GrantTranche, Money> amount) {
        return Money.sum(all.stream().filter(wanted).map(amount).toList());
    }
}
