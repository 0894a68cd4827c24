package hk.itf.assessment.panel;

import static hk.itf.assessment.panel.ItemStatus.ADJOURNED;
import static hk.itf.assessment.panel.ItemStatus.CALLED;
import static hk.itf.assessment.panel.ItemStatus.CLOSED;
import static hk.itf.assessment.panel.ItemStatus.LISTED;
import static hk.itf.assessment.panel.ItemStatus.REMOVED;
import static hk.itf.assessment.panel.ItemStatus.VOIDED;

import hk.itf.infra.testkit.AgreedLifecycle;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ItemTransitionTest {

    private static final AgreedLifecycle<ItemStatus, ItemTransition> AGREED = AgreedLifecycle.of(
                    ItemStatus.class, ItemTransition.class)
            .edge(ItemTransition.CALL, Set.of(LISTED), CALLED)
            .edge(ItemTransition.CLOSE, Set.of(CALLED), CLOSED)
            .edge(ItemTransition.ADJOURN, Set.of(LISTED, CALLED), ADJOURNED)
            .edge(ItemTransition.REMOVE, Set.of(LISTED, CALLED), REMOVED)
            .edge(ItemTransition.VOID, Set.of(CLOSED), VOIDED);

    @Test
    void everyStatusMeetsEveryTransition() {
        AGREED.isKeptBy(ItemTransition::permits, ItemTransition::apply);
    }

    @Test
    void thePageOfTheAgendaItemIsWhatTheTableSays() {
        AGREED.page("agenda-item", "An agenda item", ItemTransitionTest.class, LISTED)
                .sentence(
                        "Of a case one item is LISTED, CALLED or CLOSED at a time. A case that was withdrawn, or went"
                                + " back to an earlier stage or another round, takes its item off (REMOVE) or its advice back (VOID).")
                .check();
    }
}
