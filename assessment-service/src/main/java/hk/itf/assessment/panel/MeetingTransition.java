package hk.itf.assessment.panel;

import static hk.itf.assessment.panel.MeetingStatus.CANCELLED;
import static hk.itf.assessment.panel.MeetingStatus.CLOSED;
import static hk.itf.assessment.panel.MeetingStatus.SCHEDULED;

import hk.itf.model.DomainException;
import java.util.Set;

/** The whole life of a meeting, one row an edge. */
public enum MeetingTransition {
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

    public boolean permits(MeetingStatus current) {
        return from.contains(current);
    }

    MeetingStatus apply(MeetingStatus current) {
        if (!permits(current)) {
            throw DomainException.conflict(
                    "illegal-transition", "A meeting that is %s does not %s.".formatted(current, this));
        }
        return to;
    }
}
