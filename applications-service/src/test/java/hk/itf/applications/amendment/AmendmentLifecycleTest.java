package hk.itf.applications.amendment;

import static hk.itf.applications.amendment.AmendmentStatus.APPROVED;
import static hk.itf.applications.amendment.AmendmentStatus.CLARIFYING;
import static hk.itf.applications.amendment.AmendmentStatus.DECLINED;
import static hk.itf.applications.amendment.AmendmentStatus.DRAFT;
import static hk.itf.applications.amendment.AmendmentStatus.IN_FORCE;
import static hk.itf.applications.amendment.AmendmentStatus.SUBMITTED;
import static hk.itf.applications.amendment.AmendmentStatus.WITHDRAWN;

import hk.itf.infra.testkit.AgreedLifecycle;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AmendmentLifecycleTest {

    private static final AgreedLifecycle<AmendmentStatus, AmendmentTransition> AGREED = AgreedLifecycle.of(
                    AmendmentStatus.class, AmendmentTransition.class)
            .edge(AmendmentTransition.SUBMIT, Set.of(DRAFT), SUBMITTED)
            .edge(AmendmentTransition.RESUBMIT, Set.of(CLARIFYING), SUBMITTED)
            .edge(AmendmentTransition.SEND_BACK, Set.of(SUBMITTED), CLARIFYING)
            .edge(AmendmentTransition.APPROVE, Set.of(SUBMITTED, WITHDRAWN), APPROVED)
            .edge(AmendmentTransition.DECLINE, Set.of(SUBMITTED), DECLINED)
            .edge(AmendmentTransition.ENTER_FORCE, Set.of(APPROVED), IN_FORCE)
            .edge(AmendmentTransition.WITHDRAW, Set.of(DRAFT, SUBMITTED, CLARIFYING), WITHDRAWN)
            .edge(AmendmentTransition.GIVE_UP, Set.of(APPROVED), WITHDRAWN);

    @Test
    void everyTransitionIsAllowedWhereItWasAgreedAndRefusedElsewhere() {
        AGREED.isKept();
    }

    @Test
    void thePageIsWhatTheTableSays() {
        AGREED.page("amendment", "An amendment", AmendmentLifecycleTest.class, DRAFT)
                .check();
    }
}
