package hk.itf.disbursement.award;

import static hk.itf.disbursement.award.VersionStatus.IN_FORCE;
import static hk.itf.disbursement.award.VersionStatus.SUPERSEDED;
import static hk.itf.disbursement.award.VersionStatus.VOIDED;
import static hk.itf.disbursement.award.VersionStatus.WAITING_FOR_FUNDS;

import hk.itf.model.DomainException;
import java.util.Set;

/** The whole lifecycle of an award version, one row an edge. */
enum VersionTransition {
    TAKE_FORCE(Set.of(WAITING_FOR_FUNDS), IN_FORCE),
    SUPERSEDE(Set.of(IN_FORCE), SUPERSEDED),
    VOID(Set.of(WAITING_FOR_FUNDS, IN_FORCE), VOIDED);

    @SuppressWarnings("ImmutableEnumChecker") // made by Set.of
    private final Set<VersionStatus> from;

    private final VersionStatus to;

    VersionTransition(Set<VersionStatus> from, VersionStatus to) {
        this.from = from;
        this.to = to;
    }

    boolean permits(VersionStatus current) {
        return from.contains(current);
    }

    VersionStatus apply(VersionStatus current) {
        if (!permits(current)) {
            throw DomainException.conflict(
                    "illegal-transition", "A version that is %s does not take %s.".formatted(current, this));
        }
        return to;
    }

    VersionStatus to() {
        return to;
    }
}
