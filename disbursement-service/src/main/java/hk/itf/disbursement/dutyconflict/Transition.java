package hk.itf.disbursement.dutyconflict;

import static hk.itf.disbursement.dutyconflict.ConflictStatus.CONFIRMED;
import static hk.itf.disbursement.dutyconflict.ConflictStatus.CONFIRMED_ONCE;
import static hk.itf.disbursement.dutyconflict.ConflictStatus.OPEN;
import static hk.itf.disbursement.dutyconflict.ConflictStatus.UNDONE;

import hk.itf.model.LifecycleEdge;
import java.util.Set;

/** The whole lifecycle of a conflict of duties, one row an edge. */
enum Transition implements LifecycleEdge<ConflictStatus> {
    CONFIRM(Set.of(OPEN), CONFIRMED_ONCE),
    CONFIRM_AGAIN(Set.of(CONFIRMED_ONCE), CONFIRMED),
    UNDO(Set.of(OPEN, CONFIRMED_ONCE), UNDONE);

    @SuppressWarnings("ImmutableEnumChecker") // made by Set.of
    private final Set<ConflictStatus> from;

    private final ConflictStatus to;

    Transition(Set<ConflictStatus> from, ConflictStatus to) {
        this.from = from;
        this.to = to;
    }

    @Override
    public Set<ConflictStatus> from() {
        return from;
    }

    @Override
    public ConflictStatus to() {
        return to;
    }

    @Override
    public String thing() {
        return "A duty conflict";
    }
}
