package hk.itf.disbursement.paymentrun;

import static hk.itf.disbursement.paymentrun.PaymentLineStatus.LISTED;
import static hk.itf.disbursement.paymentrun.PaymentLineStatus.PREPARED;
import static hk.itf.disbursement.paymentrun.PaymentLineStatus.REFUSED;
import static hk.itf.disbursement.paymentrun.PaymentLineStatus.RELEASED;

import hk.itf.model.Edge;
import hk.itf.model.Transition;

/** The lifecycle of a line of a payment run. */
public enum PaymentLineTransition implements Transition<PaymentLineStatus> {
    PREPARE(Edge.from(LISTED).to(PREPARED)),
    RELEASE(Edge.from(PREPARED).to(RELEASED)),
    /** A rule refused the release; another person may release the line, or the same rule may allow it later. */
    KEEP_BACK(Edge.from(PREPARED).to(PREPARED)),
    REFUSE(Edge.from(LISTED, PREPARED).to(REFUSED));

    private final Edge<PaymentLineStatus> edge;

    PaymentLineTransition(Edge<PaymentLineStatus> edge) {
        this.edge = edge;
    }

    @Override
    public Edge<PaymentLineStatus> edge() {
        return edge;
    }
}
