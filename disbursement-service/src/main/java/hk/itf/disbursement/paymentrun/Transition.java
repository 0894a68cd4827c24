package hk.itf.disbursement.paymentrun;

import static hk.itf.disbursement.paymentrun.LineStatus.LISTED;
import static hk.itf.disbursement.paymentrun.LineStatus.PREPARED;
import static hk.itf.disbursement.paymentrun.LineStatus.REFUSED;
import static hk.itf.disbursement.paymentrun.LineStatus.RELEASED;

import hk.itf.model.LifecycleEdge;
import java.util.Set;

/** The whole lifecycle of a line of a payment run, one row an edge. */
enum Transition implements LifecycleEdge<LineStatus> {
    PREPARE(Set.of(LISTED), PREPARED),
    RELEASE(Set.of(PREPARED), RELEASED),
    /** Refused by a rule that another person, or another day, may satisfy. */
    KEEP_BACK(Set.of(PREPARED), PREPARED),
    REFUSE(Set.of(LISTED, PREPARED), REFUSED);

    @SuppressWarnings("ImmutableEnumChecker") // made by Set.of
    private final Set<LineStatus> from;

    private final LineStatus to;

    Transition(Set<LineStatus> from, LineStatus to) {
        this.from = from;
        this.to = to;
    }

    @Override
    public Set<LineStatus> from() {
        return from;
    }

    @Override
    public LineStatus to() {
        return to;
    }

    @Override
    public String thing() {
        return "A line of a payment run";
    }
}
