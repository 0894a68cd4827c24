package hk.itf.applications.claim;

import static hk.itf.applications.claim.ClaimStatus.ACCEPTED;
import static hk.itf.applications.claim.ClaimStatus.CLARIFYING;
import static hk.itf.applications.claim.ClaimStatus.DRAFT;
import static hk.itf.applications.claim.ClaimStatus.REJECTED;
import static hk.itf.applications.claim.ClaimStatus.SUBMITTED;
import static hk.itf.applications.claim.ClaimStatus.WITHDRAWN;

import hk.itf.applications.claim.ClaimStatus.Transition;
import hk.itf.infra.testkit.AgreedLifecycle;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ClaimLifecycleTest {

    private static final AgreedLifecycle<ClaimStatus, Transition> AGREED = AgreedLifecycle.of(
                    ClaimStatus.class, Transition.class)
            .edge(Transition.SUBMIT, Set.of(DRAFT), SUBMITTED)
            .edge(Transition.RESUBMIT, Set.of(CLARIFYING), SUBMITTED)
            .edge(Transition.SEND_BACK, Set.of(SUBMITTED), CLARIFYING)
            .edge(Transition.ACCEPT, Set.of(SUBMITTED, WITHDRAWN), ACCEPTED)
            .edge(Transition.REJECT, Set.of(SUBMITTED), REJECTED)
            .edge(Transition.WITHDRAW, Set.of(DRAFT, SUBMITTED, CLARIFYING), WITHDRAWN);

    @Test
    void everyTransitionIsAllowedWhereItWasAgreedAndRefusedElsewhere() {
        AGREED.isKeptBy(Transition::permits, Transition::apply);
    }

    @Test
    void thePageIsWhatTheTableSays() {
        AGREED.page("claim", "A claim", ClaimLifecycleTest.class, DRAFT).check();
    }
}
