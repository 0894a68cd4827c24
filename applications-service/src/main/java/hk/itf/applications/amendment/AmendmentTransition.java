package hk.itf.applications.amendment;

import static hk.itf.applications.amendment.AmendmentStatus.APPROVED;
import static hk.itf.applications.amendment.AmendmentStatus.CLARIFYING;
import static hk.itf.applications.amendment.AmendmentStatus.DECLINED;
import static hk.itf.applications.amendment.AmendmentStatus.DRAFT;
import static hk.itf.applications.amendment.AmendmentStatus.IN_FORCE;
import static hk.itf.applications.amendment.AmendmentStatus.SUBMITTED;
import static hk.itf.applications.amendment.AmendmentStatus.WITHDRAWN;

import hk.itf.model.Edge;
import hk.itf.model.Transition;

/** The lifecycle of an amendment. */
public enum AmendmentTransition implements Transition<AmendmentStatus> {
    SUBMIT(Edge.from(DRAFT).to(SUBMITTED)),
    RESUBMIT(Edge.from(CLARIFYING).to(SUBMITTED)),
    SEND_BACK(Edge.from(SUBMITTED).to(CLARIFYING)),
    /** Also leaves WITHDRAWN: disbursement-service acts on an approval that crossed the withdrawal. */
    APPROVE(Edge.from(SUBMITTED, WITHDRAWN).to(APPROVED)),
    DECLINE(Edge.from(SUBMITTED).to(DECLINED)),
    ENTER_FORCE(Edge.from(APPROVED).to(IN_FORCE)),
    WITHDRAW(Edge.from(DRAFT, SUBMITTED, CLARIFYING).to(WITHDRAWN)),
    OVERRULE(Edge.from(APPROVED).to(WITHDRAWN));

    private final Edge<AmendmentStatus> edge;

    AmendmentTransition(Edge<AmendmentStatus> edge) {
        this.edge = edge;
    }

    @Override
    public Edge<AmendmentStatus> edge() {
        return edge;
    }
}
