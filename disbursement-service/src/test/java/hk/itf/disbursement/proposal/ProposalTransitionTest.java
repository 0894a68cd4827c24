package hk.itf.disbursement.proposal;

import static hk.itf.disbursement.proposal.ProposalStatus.CONFIRMED;
import static hk.itf.disbursement.proposal.ProposalStatus.PROPOSED;
import static hk.itf.disbursement.proposal.ProposalStatus.WITHDRAWN;

import hk.itf.infra.testkit.AgreedLifecycle;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ProposalTransitionTest {

    private static final AgreedLifecycle<ProposalStatus, Transition> AGREED = AgreedLifecycle.of(
                    ProposalStatus.class, Transition.class)
            .edge(Transition.CONFIRM, Set.of(PROPOSED), CONFIRMED)
            .edge(Transition.WITHDRAW, Set.of(PROPOSED), WITHDRAWN);

    @Test
    void everyStatusMeetsEveryTransition() {
        AGREED.isKeptBy(Transition::permits, Transition::apply);
    }

    @Test
    void thePageShowsTheLifecycle() {
        AGREED.page("proposal", "A proposal", getClass(), PROPOSED)
                .sentence(
                        "A top-up of an envelope, cash of a debtor, a set-off: nothing moves before another person confirms it.")
                .check();
    }
}
