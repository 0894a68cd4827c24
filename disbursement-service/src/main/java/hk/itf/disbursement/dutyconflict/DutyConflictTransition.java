package hk.itf.disbursement.dutyconflict;

import static hk.itf.disbursement.dutyconflict.DutyConflictStatus.CONFIRMED;
import static hk.itf.disbursement.dutyconflict.DutyConflictStatus.CONFIRMED_ONCE;
import static hk.itf.disbursement.dutyconflict.DutyConflictStatus.OPEN;
import static hk.itf.disbursement.dutyconflict.DutyConflictStatus.UNDONE;

import hk.itf.model.Edge;
import hk.itf.model.Transition;

/** The transitions of a duty conflict. */
public enum DutyConflictTransition implements Transition<DutyConflictStatus> {
    CONFIRM(Edge.from(OPEN).to(CONFIRMED_ONCE)),
    CONFIRM_AGAIN(Edge.from(CONFIRMED_ONCE).to(CONFIRMED)),
    UNDO(Edge.from(OPEN, CONFIRMED_ONCE).to(UNDONE));

    private final Edge<DutyConflictStatus> edge;

    DutyConflictTransition(Edge<DutyConflictStatus> edge) {
        this.edge = edge;
    }

    @Override
    public Edge<DutyConflictStatus> edge() {
        return edge;
    }
}
