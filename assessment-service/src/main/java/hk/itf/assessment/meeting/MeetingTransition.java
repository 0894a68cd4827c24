package hk.itf.assessment.meeting;

import static hk.itf.assessment.meeting.MeetingStatus.CANCELLED;
import static hk.itf.assessment.meeting.MeetingStatus.CLOSED;
import static hk.itf.assessment.meeting.MeetingStatus.SCHEDULED;

import hk.itf.model.Edge;
import hk.itf.model.Transition;

/** The lifecycle of a meeting. */
public enum MeetingTransition implements Transition<MeetingStatus> {
    OPEN(Edge.from(SCHEDULED).to(MeetingStatus.OPEN)),
    /** Allowed when no item of the agenda is open. */
    CLOSE(Edge.from(MeetingStatus.OPEN).to(CLOSED)),
    CANCEL(Edge.from(SCHEDULED).to(CANCELLED));

    private final Edge<MeetingStatus> edge;

    MeetingTransition(Edge<MeetingStatus> edge) {
        this.edge = edge;
    }

    @Override
    public Edge<MeetingStatus> edge() {
        return edge;
    }
}
