package hk.itf.disbursement.tranche;

import static hk.itf.disbursement.tranche.TrancheStatus.CANCELLED;
import static hk.itf.disbursement.tranche.TrancheStatus.DUE;
import static hk.itf.disbursement.tranche.TrancheStatus.PAID;
import static hk.itf.disbursement.tranche.TrancheStatus.PREPARED;
import static hk.itf.disbursement.tranche.TrancheStatus.RELEASED;
import static hk.itf.disbursement.tranche.TrancheStatus.SCHEDULED;

import hk.itf.model.LifecycleEdge;
import java.util.Set;

/** The whole lifecycle of a tranche, one row an edge. */
enum Transition implements LifecycleEdge<TrancheStatus> {
    BECOME_DUE(Set.of(SCHEDULED), DUE),
    PREPARE(Set.of(DUE), PREPARED),
    /** By a person, or because the payee has changed. */
    RETURN(Set.of(PREPARED), DUE),
    RELEASE(Set.of(PREPARED), RELEASED),
    PAY(Set.of(RELEASED), PAID),
    BOUNCE(Set.of(RELEASED, PAID), DUE),
    /** Paid without the bank: all of it goes towards what the organisation owes. */
    SET_OFF(Set.of(DUE), PAID),
    /** An advance that was not paid, when the claim is decided: part of its tranche again. */
    MERGE(Set.of(SCHEDULED, DUE, PREPARED), CANCELLED),
    CANCEL(Set.of(SCHEDULED, DUE), CANCELLED);

    @SuppressWarnings("ImmutableEnumChecker") // made by Set.of
    private final Set<TrancheStatus> from;

    private final TrancheStatus to;

    Transition(Set<TrancheStatus> from, TrancheStatus to) {
        this.from = from;
        this.to = to;
    }

    @Override
    public Set<TrancheStatus> from() {
        return from;
    }

    @Override
    public TrancheStatus to() {
        return to;
    }

    @Override
    public String thing() {
        return "A tranche";
    }
}
