package hk.itf.disbursement.dutyconflict;

import static hk.itf.disbursement.dutyconflict.DutyConflictStatus.CONFIRMED;
import static hk.itf.disbursement.dutyconflict.DutyConflictStatus.CONFIRMED_ONCE;
import static hk.itf.disbursement.dutyconflict.DutyConflictStatus.OPEN;
import static hk.itf.disbursement.dutyconflict.DutyConflictStatus.UNDONE;

import hk.itf.infra.houserules.AgreedLifecycle;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DutyConflictTransitionTest {

    private static final AgreedLifecycle<DutyConflictStatus, DutyConflictTransition> AGREED = AgreedLifecycle.of(
                    DutyConflictStatus.class, DutyConflictTransition.class)
            .edge(DutyConflictTransition.CONFIRM, Set.of(OPEN), CONFIRMED_ONCE)
            .edge(DutyConflictTransition.CONFIRM_AGAIN, Set.of(CONFIRMED_ONCE), CONFIRMED)
            .edge(DutyConflictTransition.UNDO, Set.of(OPEN, CONFIRMED_ONCE), UNDONE);

    @Test
    void permitsExactlyAgreedTransitions() {
        AGREED.isKept();
    }

    @Test
    void lifecyclePageIsUpToDate() {
        AGREED.page("duty-conflict", "A duty conflict", getClass(), OPEN)
                .sentence(
                        "While the conflict is OPEN or CONFIRMED_ONCE, no payment of its grant is prepared or released.")
                .check();
    }
}
