package hk.itf.disbursement.proposal;

import static hk.itf.disbursement.proposal.ProposalStatus.CONFIRMED;
import static hk.itf.disbursement.proposal.ProposalStatus.PROPOSED;
import static hk.itf.disbursement.proposal.ProposalStatus.WITHDRAWN;

import hk.itf.model.LifecycleEdge;
import java.util.Set;

/** The whole lifecycle of a proposal, one row an edge. */
enum Transition implements LifecycleEdge<ProposalStatus> {
    CONFIRM(Set.of(PROPOSED), CONFIRMED),
    WITHDRAW(Set.of(PROPOSED), WITHDRAWN);

    @SuppressWarnings("ImmutableEnumChecker") // made by Set.of
    private final Set<ProposalStatus> from;

    private final ProposalStatus to;

    Transition(Set<ProposalStatus> from, ProposalStatus to) {
        this.from = from;
        this.to = to;
    }

    @Override
    public Set<ProposalStatus> from() {
        return from;
    }

    @Override
    public ProposalStatus to() {
        return to;
    }

    @Override
    public String thing() {
        return "A proposal";
    }
}
