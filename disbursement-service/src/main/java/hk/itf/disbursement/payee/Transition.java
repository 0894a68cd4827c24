package hk.itf.disbursement.payee;

import static hk.itf.disbursement.payee.PayeeStatus.PENDING;
import static hk.itf.disbursement.payee.PayeeStatus.SUPERSEDED;
import static hk.itf.disbursement.payee.PayeeStatus.VERIFIED;

import hk.itf.model.LifecycleEdge;
import java.util.Set;

/** The whole lifecycle of a payee version, one row an edge. */
enum Transition implements LifecycleEdge<PayeeStatus> {
    VERIFY(Set.of(PENDING), VERIFIED),
    SUPERSEDE(Set.of(PENDING, VERIFIED), SUPERSEDED);

    @SuppressWarnings("ImmutableEnumChecker") // made by Set.of
    private final Set<PayeeStatus> from;

    private final PayeeStatus to;

    Transition(Set<PayeeStatus> from, PayeeStatus to) {
        this.from = from;
        this.to = to;
    }

    @Override
    public Set<PayeeStatus> from() {
        return from;
    }

    @Override
    public PayeeStatus to() {
        return to;
    }

    @Override
    public String thing() {
        return "A payee";
    }
}
