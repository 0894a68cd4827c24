package hk.itf.applications.amendment;

import static hk.itf.applications.amendment.AmendmentStatus.APPROVED;
import static hk.itf.applications.amendment.AmendmentStatus.CLARIFYING;
import static hk.itf.applications.amendment.AmendmentStatus.DECLINED;
import static hk.itf.applications.amendment.AmendmentStatus.DRAFT;
import static hk.itf.applications.amendment.AmendmentStatus.IN_FORCE;
import static hk.itf.applications.amendment.AmendmentStatus.SUBMITTED;
import static hk.itf.applications.amendment.AmendmentStatus.WITHDRAWN;

import hk.itf.infra.houserules.AgreedLifecycle;
import hk.itf.infra.houserules.ReceptionRules;
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
            .edge(AmendmentTransition.OVERRULE, Set.of(APPROVED), WITHDRAWN);

    @Test
    void keepsTheAgreedEdges() {
        AGREED.isKept();
    }

    @Test
    void tableAnswersTheDispatchedEvents() {
        ReceptionRules.check(AmendmentReception.TABLE, AmendmentReception.class, "hk.itf.applications");
    }

    @Test
    void pageShowsTheExecutedTables() {
        AGREED.page("amendment", "An amendment", AmendmentLifecycleTest.class, DRAFT)
                .events(AmendmentReception.TABLE)
                .sentence(
                        "`itf.award.amended.v1` moves an APPROVED amendment to IN_FORCE. Its version number decides:"
                                + " the event is late when that version is in force, and early until the amendment is approved.")
                .check();
    }
}
