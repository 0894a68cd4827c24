package hk.itf.assessment.agendaitem;

import static hk.itf.assessment.agendaitem.AgendaItemStatus.ADJOURNED;
import static hk.itf.assessment.agendaitem.AgendaItemStatus.CALLED;
import static hk.itf.assessment.agendaitem.AgendaItemStatus.CLOSED;
import static hk.itf.assessment.agendaitem.AgendaItemStatus.LISTED;
import static hk.itf.assessment.agendaitem.AgendaItemStatus.REMOVED;
import static hk.itf.assessment.agendaitem.AgendaItemStatus.VOIDED;

import hk.itf.infra.houserules.AgreedLifecycle;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AgendaItemTransitionTest {

    private static final AgreedLifecycle<AgendaItemStatus, AgendaItemTransition> AGREED = AgreedLifecycle.of(
                    AgendaItemStatus.class, AgendaItemTransition.class)
            .edge(AgendaItemTransition.CALL, Set.of(LISTED), CALLED)
            .edge(AgendaItemTransition.CLOSE, Set.of(CALLED), CLOSED)
            .edge(AgendaItemTransition.ADJOURN, Set.of(LISTED, CALLED), ADJOURNED)
            .edge(AgendaItemTransition.REMOVE, Set.of(LISTED, CALLED), REMOVED)
            .edge(AgendaItemTransition.VOID, Set.of(CLOSED), VOIDED);

    @Test
    void keepsAgreedEdges() {
        AGREED.isKept();
    }

    @Test
    void pageOfAgendaItemIsCurrent() {
        AGREED.page("agenda-item", "An agenda item", AgendaItemTransitionTest.class, LISTED)
                .sentence("A case has at most one item in status LISTED, CALLED or CLOSED. When the case is withdrawn,"
                        + " returns to an earlier stage or starts a new round, its open item is removed (REMOVE)"
                        + " or its advice is voided (VOID).")
                .check();
    }
}
