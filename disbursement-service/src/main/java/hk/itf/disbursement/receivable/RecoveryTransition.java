package hk.itf.disbursement.receivable;

import hk.itf.model.DomainException;
import java.util.Set;

/** The whole lifecycle of a recovery, one row an edge. */
enum RecoveryTransition {
    CONFIRM(Set.of(RecoveryStatus.PROPOSED), RecoveryStatus.CONFIRMED);

    @SuppressWarnings("ImmutableEnumChecker") // made by Set.of
    private final Set<RecoveryStatus> from;

    private final RecoveryStatus to;

    RecoveryTransition(Set<RecoveryStatus> from, RecoveryStatus to) {
        this.from = from;
        this.to = to;
    }

    boolean permits(RecoveryStatus current) {
        return from.contains(current);
    }

    RecoveryStatus apply(RecoveryStatus current) {
        if (!permits(current)) {
            throw DomainException.conflict("illegal-transition", "It is confirmed already.");
        }
        return to;
    }

    RecoveryStatus to() {
        return to;
    }
}
