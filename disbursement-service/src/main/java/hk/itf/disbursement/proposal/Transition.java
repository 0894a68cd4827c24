package hk.itf.disbursement.proposal;

import static hk.itf.disbursement.proposal.ProposalStatus.CONFIRMED;
import static hk.itf.disbursement.proposal.ProposalStatus.PROPOSED;

import hk.itf.model.DomainException;
import java.util.Set;

/** The whole lifecycle of a proposal, one row an edge. */
enum Transition {
    CONFIRM(Set.of(PROPOSED), CONFIRMED);

    @SuppressWarnings("ImmutableEnumChecker") // made by Set.of
    private final Set<ProposalStatus> from;

    private final ProposalStatus to;

    Transition(Set<ProposalStatus> from, ProposalStatus to) {
        this.from = from;
        this.to = to;
    }

    boolean permits(ProposalStatus current) {
        return from.contains(current);
    }

    ProposalStatus apply(ProposalStatus current) {
        if (!permits(current)) {
            throw DomainException.conflict("illegal-transition", "It is confirmed already.");
        }
        return to;
    }
}
