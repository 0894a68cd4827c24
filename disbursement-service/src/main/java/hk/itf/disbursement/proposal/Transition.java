package hk.itf.disbursement.proposal;

import static hk.itf.disbursement.proposal.ProposalStatus.CONFIRMED;
import static hk.itf.disbursement.proposal.ProposalStatus.PROPOSED;
import static hk.itf.disbursement.proposal.ProposalStatus.WITHDRAWN;

import hk.itf.model.DomainException;
import java.util.Set;

/** The whole lifecycle of a proposal, one row an edge. */
enum Transition {
    CONFIRM(Set.of(PROPOSED), CONFIRMED),
    WITHDRAW(Set.of(PROPOSED), WITHDRAWN);

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
            throw DomainException.conflict(
                    "illegal-transition", "A proposal that is %s does not take %s.".formatted(current, this));
        }
        return to;
    }
}
