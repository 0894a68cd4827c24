package hk.itf.disbursement.proposal;

import static hk.itf.disbursement.proposal.ProposalStatus.CONFIRMED;
import static hk.itf.disbursement.proposal.ProposalStatus.PROPOSED;
import static hk.itf.disbursement.proposal.ProposalStatus.WITHDRAWN;

import hk.itf.infra.houserules.AgreedLifecycle;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ProposalTransitionTest {

    private static final AgreedLifecycle<ProposalStatus, ProposalTransition> AGREED = AgreedLifecycle.of(
                    ProposalStatus.class, ProposalTransition.class)
            .edge(ProposalTransition.CONFIRM, Set.of(PROPOSED), CONFIRMED)
            .edge(ProposalTransition.WITHDRAW, Set.of(PROPOSED), WITHDRAWN);

    @Test
    void permitsExactlyAgreedTransitions() {
        AGREED.isKept();
    }

    @Test
    void lifecyclePageIsUpToDate() {
        AGREED.page("proposal", "A proposal", getClass(), PROPOSED)
                .sentence("Top-ups, carry-overs, cash and set-offs are proposals. No money moves before another "
                        + "person confirms.")
                .check();
    }
}
