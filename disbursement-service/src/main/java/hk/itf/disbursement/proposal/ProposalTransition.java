package hk.itf.disbursement.proposal;

import static hk.itf.disbursement.proposal.ProposalStatus.CONFIRMED;
import static hk.itf.disbursement.proposal.ProposalStatus.PROPOSED;
import static hk.itf.disbursement.proposal.ProposalStatus.WITHDRAWN;

import hk.itf.model.Edge;
import hk.itf.model.Transition;

/** The lifecycle of a proposal. */
public enum ProposalTransition implements Transition<ProposalStatus> {
    CONFIRM(Edge.from(PROPOSED).to(CONFIRMED)),
    WITHDRAW(Edge.from(PROPOSED).to(WITHDRAWN));

    private final Edge<ProposalStatus> edge;

    ProposalTransition(Edge<ProposalStatus> edge) {
        this.edge = edge;
    }

    @Override
    public Edge<ProposalStatus> edge() {
        return edge;
    }
}
