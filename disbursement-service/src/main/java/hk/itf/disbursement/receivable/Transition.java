package hk.itf.disbursement.receivable;

import static hk.itf.disbursement.receivable.ReceivableStatus.CANCELLED;
import static hk.itf.disbursement.receivable.ReceivableStatus.OPEN;
import static hk.itf.disbursement.receivable.ReceivableStatus.SETTLED;

import hk.itf.model.LifecycleEdge;
import java.util.Set;

/** The whole lifecycle of a receivable, one row an edge. */
enum Transition implements LifecycleEdge<ReceivableStatus> {
    /** Cash or a set-off is proposed. */
    PROPOSE(Set.of(OPEN), OPEN),
    /** Some of it came back. */
    RECOVER(Set.of(OPEN), OPEN),
    /** The last of it came back. */
    SETTLE(Set.of(OPEN), SETTLED),
    /** It is overdue, and the debtor is told so. */
    REMIND(Set.of(OPEN), OPEN),
    CANCEL(Set.of(OPEN), CANCELLED);

    @SuppressWarnings("ImmutableEnumChecker") // made by Set.of
    private final Set<ReceivableStatus> from;

    private final ReceivableStatus to;

    Transition(Set<ReceivableStatus> from, ReceivableStatus to) {
        this.from = from;
        this.to = to;
    }

    @Override
    public Set<ReceivableStatus> from() {
        return from;
    }

    @Override
    public ReceivableStatus to() {
        return to;
    }

    @Override
    public String thing() {
        return "A receivable";
    }
}
