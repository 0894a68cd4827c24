package hk.itf.applications.amendment;

import static hk.itf.applications.amendment.AmendmentStatus.APPROVED;
import static hk.itf.applications.amendment.AmendmentStatus.CLARIFYING;
import static hk.itf.applications.amendment.AmendmentStatus.DECLINED;
import static hk.itf.applications.amendment.AmendmentStatus.DRAFT;
import static hk.itf.applications.amendment.AmendmentStatus.IN_FORCE;
import static hk.itf.applications.amendment.AmendmentStatus.SUBMITTED;
import static hk.itf.applications.amendment.AmendmentStatus.WITHDRAWN;

import hk.itf.applications.amendment.AmendmentStatus.Transition;
import hk.itf.infra.testkit.AgreedLifecycle;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AmendmentLifecycleTest {

    private static final AgreedLifecycle<AmendmentStatus, Transition> AGREED = AgreedLifecycle.of(
                    AmendmentStatus.class, Transition.class)
            .edge(Transition.SUBMIT, Set.of(DRAFT), SUBMITTED)
            .edge(Transition.RESUBMIT, Set.of(CLARIFYING), SUBMITTED)
            .edge(Transition.SEND_BACK, Set.of(SUBMITTED), CLARIFYING)
            .edge(Transition.APPROVE, Set.of(SUBMITTED, WITHDRAWN), APPROVED)
            .edge(Transition.DECLINE, Set.of(SUBMITTED), DECLINED)
            .edge(Transition.ENTER_FORCE, Set.of(APPROVED), IN_FORCE)
            .edge(Transition.WITHDRAW, Set.of(DRAFT, SUBMITTED, CLARIFYING), WITHDRAWN)
            .edge(Transition.GIVE_UP, Set.of(APPROVED), WITHDRAWN);

    @Test
    void everyTransitionIsAllowedWhereItWasAgreedAndRefusedElsewhere() {
        AGREED.isKeptBy(Transition::permits, Transition::apply);
    }

    @Test
    void thePageIsWhatTheTableSays() {
        AGREED.page("amendment", "An amendment", AmendmentLifecycleTest.class, DRAFT)
                .check();
    }
}
