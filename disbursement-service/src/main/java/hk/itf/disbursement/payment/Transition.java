package hk.itf.disbursement.payment;

import static hk.itf.disbursement.payment.AttemptStatus.BOOKED;
import static hk.itf.disbursement.payment.AttemptStatus.BOUNCED;
import static hk.itf.disbursement.payment.AttemptStatus.INSTRUCTED;

import hk.itf.model.LifecycleEdge;
import java.util.Set;

/** The whole lifecycle of an attempt, one row an edge. */
enum Transition implements LifecycleEdge<AttemptStatus> {
    BOOK(Set.of(INSTRUCTED), BOOKED),
    BOUNCE(Set.of(INSTRUCTED, BOOKED), BOUNCED);

    @SuppressWarnings("ImmutableEnumChecker") // made by Set.of
    private final Set<AttemptStatus> from;

    private final AttemptStatus to;

    Transition(Set<AttemptStatus> from, AttemptStatus to) {
        this.from = from;
        this.to = to;
    }

    @Override
    public Set<AttemptStatus> from() {
        return from;
    }

    @Override
    public AttemptStatus to() {
        return to;
    }

    @Override
    public String thing() {
        return "A payment attempt";
    }
}
