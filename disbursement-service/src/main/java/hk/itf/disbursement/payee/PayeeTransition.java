package hk.itf.disbursement.payee;

import static hk.itf.disbursement.payee.PayeeStatus.PENDING;
import static hk.itf.disbursement.payee.PayeeStatus.SUPERSEDED;
import static hk.itf.disbursement.payee.PayeeStatus.VERIFIED;

import hk.itf.model.Edge;
import hk.itf.model.Transition;

/** The transitions of a version of bank details. */
enum PayeeTransition implements Transition<PayeeStatus> {
    VERIFY(Edge.from(PENDING).to(VERIFIED)),
    SUPERSEDE(Edge.from(PENDING, VERIFIED).to(SUPERSEDED));

    private final Edge<PayeeStatus> edge;

    PayeeTransition(Edge<PayeeStatus> edge) {
        this.edge = edge;
    }

    @Override
    public Edge<PayeeStatus> edge() {
        return edge;
    }
}
