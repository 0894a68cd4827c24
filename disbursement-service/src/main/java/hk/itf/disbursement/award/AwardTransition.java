package hk.itf.disbursement.award;

import static hk.itf.disbursement.award.AwardStatus.AGREED;
import static hk.itf.disbursement.award.AwardStatus.CLOSED;
import static hk.itf.disbursement.award.AwardStatus.COMMITTED;
import static hk.itf.disbursement.award.AwardStatus.TERMINATED;
import static hk.itf.disbursement.award.AwardStatus.VOIDED;
import static hk.itf.disbursement.award.AwardStatus.WAITING;

import hk.itf.model.Edge;
import hk.itf.model.Transition;

/** The lifecycle of an award. */
public enum AwardTransition implements Transition<AwardStatus> {
    COMMIT(Edge.from(WAITING).to(COMMITTED)),
    /** The organisation has overdue debt, so the award leaves the queue. */
    SET_ASIDE(Edge.from(WAITING).to(WAITING)),
    /** The debt is settled, so the award returns to the end of the queue. */
    REJOIN(Edge.from(WAITING).to(WAITING)),
    /** The financial year of the queue has ended; the award moves to the queue of the open year. */
    CARRY_OVER(Edge.from(WAITING).to(WAITING)),
    AGREE(Edge.from(COMMITTED).to(AGREED)),
    AMEND(Edge.from(AGREED).to(AGREED)),
    /** A version with a higher amount waits for funds or for a debt; the version in force stays in force. */
    WAIT_FOR_MORE(Edge.from(AGREED).to(AGREED)),
    CLOSE(Edge.from(AGREED).to(CLOSED)),
    /** Possible once the bank has answered every payment. */
    TERMINATE(Edge.from(AGREED).to(TERMINATED)),
    /** A payment bounced after the award was closed. */
    REOPEN(Edge.from(CLOSED).to(AGREED)),
    VOID(Edge.from(WAITING, COMMITTED).to(VOIDED));

    private final Edge<AwardStatus> edge;

    AwardTransition(Edge<AwardStatus> edge) {
        this.edge = edge;
    }

    @Override
    public Edge<AwardStatus> edge() {
        return edge;
    }
}
