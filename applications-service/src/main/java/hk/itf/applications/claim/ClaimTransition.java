package hk.itf.applications.claim;

import static hk.itf.applications.claim.ClaimStatus.ACCEPTED;
import static hk.itf.applications.claim.ClaimStatus.CLARIFYING;
import static hk.itf.applications.claim.ClaimStatus.DRAFT;
import static hk.itf.applications.claim.ClaimStatus.REJECTED;
import static hk.itf.applications.claim.ClaimStatus.SUBMITTED;
import static hk.itf.applications.claim.ClaimStatus.WITHDRAWN;

import hk.itf.model.Edge;
import hk.itf.model.Transition;

/** The lifecycle of a claim. */
public enum ClaimTransition implements Transition<ClaimStatus> {
    SUBMIT(Edge.from(DRAFT).to(SUBMITTED)),
    RESUBMIT(Edge.from(CLARIFYING).to(SUBMITTED)),
    SEND_BACK(Edge.from(SUBMITTED).to(CLARIFYING)),
    /** Also leaves WITHDRAWN: disbursement-service acts on an acceptance that crossed the withdrawal. */
    ACCEPT(Edge.from(SUBMITTED, WITHDRAWN).to(ACCEPTED)),
    REJECT(Edge.from(SUBMITTED).to(REJECTED)),
    WITHDRAW(Edge.from(DRAFT, SUBMITTED, CLARIFYING).to(WITHDRAWN));

    private final Edge<ClaimStatus> edge;

    ClaimTransition(Edge<ClaimStatus> edge) {
        this.edge = edge;
    }

    @Override
    public Edge<ClaimStatus> edge() {
        return edge;
    }
}
