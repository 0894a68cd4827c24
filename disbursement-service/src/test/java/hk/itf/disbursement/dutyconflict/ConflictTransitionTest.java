package hk.itf.disbursement.dutyconflict;

import static hk.itf.disbursement.dutyconflict.ConflictStatus.CONFIRMED;
import static hk.itf.disbursement.dutyconflict.ConflictStatus.CONFIRMED_ONCE;
import static hk.itf.disbursement.dutyconflict.ConflictStatus.OPEN;
import static hk.itf.disbursement.dutyconflict.ConflictStatus.UNDONE;

import hk.itf.infra.testkit.AgreedLifecycle;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ConflictTransitionTest {

    private static final AgreedLifecycle<ConflictStatus, Transition> AGREED = AgreedLifecycle.of(
                    ConflictStatus.class, Transition.class)
            .edge(Transition.CONFIRM, Set.of(OPEN), CONFIRMED_ONCE)
            .edge(Transition.CONFIRM_AGAIN, Set.of(CONFIRMED_ONCE), CONFIRMED)
            .edge(Transition.UNDO, Set.of(OPEN, CONFIRMED_ONCE), UNDONE);

    @Test
    void everyStatusMeetsEveryTransition() {
        AGREED.isKeptBy(Transition::permits, Transition::apply);
    }

    @Test
    void thePageShowsTheLifecycle() {
        AGREED.page("duty-conflict", "A duty conflict", getClass(), OPEN)
                .sentence(
                        "Until it is CONFIRMED, by two people, or UNDONE nothing of its grant is prepared or released.")
                .check();
    }
}
