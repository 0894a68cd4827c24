package hk.itf.assessment.panel;

import static hk.itf.assessment.panel.ItemStatus.ADJOURNED;
import static hk.itf.assessment.panel.ItemStatus.CALLED;
import static hk.itf.assessment.panel.ItemStatus.CLOSED;
import static hk.itf.assessment.panel.ItemStatus.LISTED;
import static hk.itf.assessment.panel.ItemStatus.REMOVED;
import static hk.itf.assessment.panel.ItemStatus.VOIDED;

import hk.itf.model.LifecycleEdge;
import java.util.Set;

/** The whole life of an agenda item, one row an edge. */
public enum ItemTransition implements LifecycleEdge<ItemStatus> {
    CALL(Set.of(LISTED), CALLED),
    /** The panel advises. */
    CLOSE(Set.of(CALLED), CLOSED),
    /** On to another meeting. */
    ADJOURN(Set.of(LISTED, CALLED), ADJOURNED),
    /** By the secretariat, or because the case was withdrawn or went back to an earlier stage. */
    REMOVE(Set.of(LISTED, CALLED), REMOVED),
    /** A voter turned out to have an interest, or the case went back behind the panel. */
    VOID(Set.of(CLOSED), VOIDED);

    @SuppressWarnings("ImmutableEnumChecker") // made by Set.of
    private final Set<ItemStatus> from;

    private final ItemStatus to;

    ItemTransition(Set<ItemStatus> from, ItemStatus to) {
        this.from = from;
        this.to = to;
    }

    @Override
    public Set<ItemStatus> from() {
        return from;
    }

    @Override
    public ItemStatus to() {
        return to;
    }

    @Override
    public String thing() {
        return "An agenda item";
    }
}
