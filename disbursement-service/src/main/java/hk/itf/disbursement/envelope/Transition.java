package hk.itf.disbursement.envelope;

import hk.itf.model.DomainException;
import java.util.Set;

/** The whole lifecycle of a top-up, one row an edge. */
enum Transition {
    CONFIRM(Set.of(TopUpStatus.PROPOSED), TopUpStatus.CONFIRMED);

    @SuppressWarnings("ImmutableEnumChecker") // made by Set.of
    private final Set<TopUpStatus> from;

    private final TopUpStatus to;

    Transition(Set<TopUpStatus> from, TopUpStatus to) {
        this.from = from;
        this.to = to;
    }

    boolean permits(TopUpStatus current) {
        return from.contains(current);
    }

    TopUpStatus apply(TopUpStatus current) {
        if (!permits(current)) {
            throw DomainException.conflict("illegal-transition", "The top-up is confirmed already.");
        }
        return to;
    }

    TopUpStatus to() {
        return to;
    }
}
