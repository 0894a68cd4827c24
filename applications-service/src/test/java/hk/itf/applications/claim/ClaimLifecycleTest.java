package hk.itf.applications.claim;

import static hk.itf.applications.claim.ClaimStatus.ACCEPTED;
import static hk.itf.applications.claim.ClaimStatus.CLARIFYING;
import static hk.itf.applications.claim.ClaimStatus.DRAFT;
import static hk.itf.applications.claim.ClaimStatus.REJECTED;
import static hk.itf.applications.claim.ClaimStatus.SUBMITTED;
import static hk.itf.applications.claim.ClaimStatus.WITHDRAWN;

import hk.itf.infra.houserules.AgreedLifecycle;
import hk.itf.infra.houserules.ReceptionRules;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ClaimLifecycleTest {

    private static final AgreedLifecycle<ClaimStatus, ClaimTransition> AGREED = AgreedLifecycle.of(
                    ClaimStatus.class, ClaimTransition.class)
            .edge(ClaimTransition.SUBMIT, Set.of(DRAFT), SUBMITTED)
            .edge(ClaimTransition.RESUBMIT, Set.of(CLARIFYING), SUBMITTED)
            .edge(ClaimTransition.SEND_BACK, Set.of(SUBMITTED), CLARIFYING)
            .edge(ClaimTransition.ACCEPT, Set.of(SUBMITTED, WITHDRAWN), ACCEPTED)
            .edge(ClaimTransition.REJECT, Set.of(SUBMITTED), REJECTED)
            .edge(ClaimTransition.WITHDRAW, Set.of(DRAFT, SUBMITTED, CLARIFYING), WITHDRAWN);

    @Test
    void keepsTheAgreedEdges() {
        AGREED.isKept();
    }

    @Test
    void tableAnswersTheDispatchedEvents() {
        ReceptionRules.check(ClaimReception.TABLE, ClaimReception.class, "hk.itf.applications");
    }

    @Test
    void pageShowsTheExecutedTables() {
        AGREED.page("claim", "A claim", ClaimLifecycleTest.class, DRAFT)
                .events(ClaimReception.TABLE)
                .sentence("The acceptance of a WITHDRAWN claim is late, too, when the grant is over, its tranche is"
                        + " cancelled or another claim on the tranche was accepted.")
                .check();
    }
}
