package hk.itf.disbursement.payment;

import static hk.itf.disbursement.payment.AttemptStatus.BOOKED;
import static hk.itf.disbursement.payment.AttemptStatus.BOUNCED;
import static hk.itf.disbursement.payment.AttemptStatus.INSTRUCTED;

import hk.itf.model.Edge;
import hk.itf.model.Transition;

/** The lifecycle of a payment attempt. */
public enum AttemptTransition implements Transition<AttemptStatus> {
    BOOK(Edge.from(INSTRUCTED).to(BOOKED)),
    BOUNCE(Edge.from(INSTRUCTED, BOOKED).to(BOUNCED));

    private final Edge<AttemptStatus> edge;

    AttemptTransition(Edge<AttemptStatus> edge) {
        this.edge = edge;
    }

    @Override
    public Edge<AttemptStatus> edge() {
        return edge;
    }
}
