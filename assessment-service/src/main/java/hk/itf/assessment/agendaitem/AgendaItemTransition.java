package hk.itf.assessment.agendaitem;

import static hk.itf.assessment.agendaitem.AgendaItemStatus.ADJOURNED;
import static hk.itf.assessment.agendaitem.AgendaItemStatus.CALLED;
import static hk.itf.assessment.agendaitem.AgendaItemStatus.CLOSED;
import static hk.itf.assessment.agendaitem.AgendaItemStatus.LISTED;
import static hk.itf.assessment.agendaitem.AgendaItemStatus.REMOVED;
import static hk.itf.assessment.agendaitem.AgendaItemStatus.VOIDED;

import hk.itf.model.Edge;
import hk.itf.model.Transition;

/** The lifecycle of an agenda item. */
public enum AgendaItemTransition implements Transition<AgendaItemStatus> {
    CALL(Edge.from(LISTED).to(CALLED)),
    /** The panel makes its recommendation. */
    CLOSE(Edge.from(CALLED).to(CLOSED)),
    /** Moves the item to another meeting. */
    ADJOURN(Edge.from(LISTED, CALLED).to(ADJOURNED)),
    /** The secretariat removes the item, or the case was withdrawn or went back to an earlier stage. */
    REMOVE(Edge.from(LISTED, CALLED).to(REMOVED)),
    /** A voter declared an interest, or the case went back to a stage before the panel. */
    VOID(Edge.from(CLOSED).to(VOIDED));

    private final Edge<AgendaItemStatus> edge;

    AgendaItemTransition(Edge<AgendaItemStatus> edge) {
        this.edge = edge;
    }

    @Override
    public Edge<AgendaItemStatus> edge() {
        return edge;
    }
}
