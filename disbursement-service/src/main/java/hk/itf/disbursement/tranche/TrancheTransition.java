package hk.itf.disbursement.tranche;

import static hk.itf.disbursement.tranche.TrancheStatus.CANCELLED;
import static hk.itf.disbursement.tranche.TrancheStatus.DUE;
import static hk.itf.disbursement.tranche.TrancheStatus.PAID;
import static hk.itf.disbursement.tranche.TrancheStatus.PREPARED;
import static hk.itf.disbursement.tranche.TrancheStatus.RELEASED;
import static hk.itf.disbursement.tranche.TrancheStatus.SCHEDULED;

import hk.itf.model.Edge;
import hk.itf.model.Transition;

/** The transitions of a tranche. */
public enum TrancheTransition implements Transition<TrancheStatus> {
    BECOME_DUE(Edge.from(SCHEDULED).to(DUE)),
    PREPARE(Edge.from(DUE).to(PREPARED)),
    /** A person returns the tranche, or the payee has changed. */
    RETURN(Edge.from(PREPARED).to(DUE)),
    RELEASE(Edge.from(PREPARED).to(RELEASED)),
    PAY(Edge.from(RELEASED).to(PAID)),
    BOUNCE(Edge.from(RELEASED, PAID).to(DUE)),
    /** Pays the tranche without the bank: the full amount is set off against the organisation's debt. */
    SET_OFF(Edge.from(DUE).to(PAID)),
    /** Only for an unpaid advance: its amount returns to the tranche when the claim is decided. */
    MERGE(Edge.from(SCHEDULED, DUE, PREPARED).to(CANCELLED)),
    CANCEL(Edge.from(SCHEDULED, DUE).to(CANCELLED));

    private final Edge<TrancheStatus> edge;

    TrancheTransition(Edge<TrancheStatus> edge) {
        this.edge = edge;
    }

    @Override
    public Edge<TrancheStatus> edge() {
        return edge;
    }
}
