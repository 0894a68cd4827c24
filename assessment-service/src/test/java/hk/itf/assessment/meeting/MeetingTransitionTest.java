package hk.itf.assessment.meeting;

import static hk.itf.assessment.meeting.MeetingStatus.CANCELLED;
import static hk.itf.assessment.meeting.MeetingStatus.CLOSED;
import static hk.itf.assessment.meeting.MeetingStatus.OPEN;
import static hk.itf.assessment.meeting.MeetingStatus.SCHEDULED;

import hk.itf.infra.houserules.AgreedLifecycle;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MeetingTransitionTest {

    private static final AgreedLifecycle<MeetingStatus, MeetingTransition> AGREED = AgreedLifecycle.of(
                    MeetingStatus.class, MeetingTransition.class)
            .edge(MeetingTransition.OPEN, Set.of(SCHEDULED), OPEN)
            .edge(MeetingTransition.CLOSE, Set.of(OPEN), CLOSED)
            .edge(MeetingTransition.CANCEL, Set.of(SCHEDULED), CANCELLED);

    @Test
    void keepsAgreedEdges() {
        AGREED.isKept();
    }

    @Test
    void pageOfMeetingIsCurrent() {
        AGREED.page("panel-meeting", "A panel meeting", MeetingTransitionTest.class, SCHEDULED)
                .sentence(
                        "The chair opens a meeting on its day and closes the meeting when no agenda item is LISTED or CALLED.")
                .check();
    }
}
