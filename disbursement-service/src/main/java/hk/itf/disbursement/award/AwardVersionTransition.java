package hk.itf.disbursement.award;

import static hk.itf.disbursement.award.AwardVersionStatus.IN_FORCE;
import static hk.itf.disbursement.award.AwardVersionStatus.SUPERSEDED;
import static hk.itf.disbursement.award.AwardVersionStatus.VOIDED;
import static hk.itf.disbursement.award.AwardVersionStatus.WAITING_FOR_FUNDS;

import hk.itf.model.Edge;
import hk.itf.model.Transition;

/** The lifecycle of an award version. */
enum AwardVersionTransition implements Transition<AwardVersionStatus> {
    TAKE_FORCE(Edge.from(WAITING_FOR_FUNDS).to(IN_FORCE)),
    SUPERSEDE(Edge.from(IN_FORCE).to(SUPERSEDED)),
    VOID(Edge.from(WAITING_FOR_FUNDS, IN_FORCE).to(VOIDED));

    private final Edge<AwardVersionStatus> edge;

    AwardVersionTransition(Edge<AwardVersionStatus> edge) {
        this.edge = edge;
    }

    @Override
    public Edge<AwardVersionStatus> edge() {
        return edge;
    }
}
