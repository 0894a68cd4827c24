package hk.itf.disbursement.receivable;

import static hk.itf.disbursement.receivable.ReceivableStatus.CANCELLED;
import static hk.itf.disbursement.receivable.ReceivableStatus.OPEN;
import static hk.itf.disbursement.receivable.ReceivableStatus.SETTLED;

import hk.itf.model.Edge;
import hk.itf.model.Transition;

/** The lifecycle of a receivable. */
public enum ReceivableTransition implements Transition<ReceivableStatus> {
    /** Somebody proposes to record cash or a set-off. */
    PROPOSE(Edge.from(OPEN).to(OPEN)),
    /** A part of the amount owed is recovered. */
    RECOVER(Edge.from(OPEN).to(OPEN)),
    /** The last part of the amount owed is recovered. */
    SETTLE(Edge.from(OPEN).to(SETTLED)),
    /** The receivable is overdue and the debtor gets a reminder. */
    REMIND(Edge.from(OPEN).to(OPEN)),
    CANCEL(Edge.from(OPEN).to(CANCELLED));

    private final Edge<ReceivableStatus> edge;

    ReceivableTransition(Edge<ReceivableStatus> edge) {
        this.edge = edge;
    }

    @Override
    public Edge<ReceivableStatus> edge() {
        return edge;
    }
}
