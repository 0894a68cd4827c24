package hk.itf.disbursement.award;

import static hk.itf.disbursement.award.AwardStatus.AGREED;
import static hk.itf.disbursement.award.AwardStatus.CLOSED;
import static hk.itf.disbursement.award.AwardStatus.COMMITTED;
import static hk.itf.disbursement.award.AwardStatus.TERMINATED;
import static hk.itf.disbursement.award.AwardStatus.VOIDED;
import static hk.itf.disbursement.award.AwardStatus.WAITING;

import hk.itf.model.LifecycleEdge;
import java.util.Set;

/** The whole lifecycle of an award, one row an edge. */
enum Transition implements LifecycleEdge<AwardStatus> {
    COMMIT(Set.of(WAITING), COMMITTED),
    /** Its organisation has overdue debt: it waits outside the queue. */
    SET_ASIDE(Set.of(WAITING), WAITING),
    /** The debt is dealt with: back to the queue. */
    REJOIN(Set.of(WAITING), WAITING),
    /** The year of its queue is over: it goes on waiting in that of the open year. */
    CARRY_OVER(Set.of(WAITING), WAITING),
    AGREE(Set.of(COMMITTED), AGREED),
    AMEND(Set.of(AGREED), AGREED),
    /** A version that promises more waits, for funds or for a debt; the award runs on with the one in force. */
    WAIT_FOR_MORE(Set.of(AGREED), AGREED),
    CLOSE(Set.of(AGREED), CLOSED),
    /** Once nothing is on its way any more. */
    TERMINATE(Set.of(AGREED), TERMINATED),
    /** A payment bounced after the award was closed. */
    REOPEN(Set.of(CLOSED), AGREED),
    VOID(Set.of(WAITING, COMMITTED), VOIDED);

    @SuppressWarnings("ImmutableEnumChecker") // made by Set.of
    private final Set<AwardStatus> from;

    private final AwardStatus to;

    Transition(Set<AwardStatus> from, AwardStatus to) {
        this.from = from;
        this.to = to;
    }

    @Override
    public Set<AwardStatus> from() {
        return from;
    }

    @Override
    public AwardStatus to() {
        return to;
    }

    @Override
    public String thing() {
        return "An award";
    }
}
