package hk.itf.disbursement.award;

import static hk.itf.disbursement.award.VersionStatus.IN_FORCE;
import static hk.itf.disbursement.award.VersionStatus.SUPERSEDED;
import static hk.itf.disbursement.award.VersionStatus.VOIDED;
import static hk.itf.disbursement.award.VersionStatus.WAITING_FOR_FUNDS;

import hk.itf.model.LifecycleEdge;
import java.util.Set;

/** The whole lifecycle of an award version, one row an edge. */
enum VersionTransition implements LifecycleEdge<VersionStatus> {
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

    @Override
    public Set<VersionStatus> from() {
        return from;
    }

    @Override
    public VersionStatus to() {
        return to;
    }

    @Override
    public String thing() {
        return "A version of an award";
    }
}
