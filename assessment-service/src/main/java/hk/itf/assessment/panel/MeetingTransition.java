package hk.itf.assessment.panel;

import static hk.itf.assessment.panel.MeetingStatus.CANCELLED;
import static hk.itf.assessment.panel.MeetingStatus.CLOSED;
import static hk.itf.assessment.panel.MeetingStatus.SCHEDULED;

import hk.itf.model.LifecycleEdge;
import java.util.Set;

/** The whole life of a meeting, one row an edge. */
public enum MeetingTransition implements LifecycleEdge<MeetingStatus> {
    OPEN(Set.of(SCHEDULED), MeetingStatus.OPEN),
    /** Nothing is left on its agenda. */
    CLOSE(Set.of(MeetingStatus.OPEN), CLOSED),
    CANCEL(Set.of(SCHEDULED), CANCELLED);

    @SuppressWarnings("ImmutableEnumChecker") // made by Set.of
    private final Set<MeetingStatus> from;

    private final MeetingStatus to;

    MeetingTransition(Set<MeetingStatus> from, MeetingStatus to) {
        this.from = from;
        this.to = to;
    }

    @Override
    public Set<MeetingStatus> from() {
        return from;
    }

    @Override
    public MeetingStatus to() {
        return to;
    }

    @Override
    public String thing() {
        return "A meeting";
    }
}
