package hk.itf.assessment.meeting;

import hk.itf.assessment.agendaitem.MeetingId;
import hk.itf.assessment.agendaitem.PanelParticipation;
import hk.itf.infra.http.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import org.jboss.logging.Logger;

/** Opens a meeting on its day and records the attendance of the chair. Later declarations of interest are marked late. */
@ApplicationScoped
class OpenMeeting {

    record Command(MeetingId meeting, Actor actor) {}

    private static final Logger LOG = Logger.getLogger(OpenMeeting.class);

    private final Meetings meetings;
    private final PanelParticipation rolls;
    private final MeetingQueries queries;
    private final Clock clock;

    OpenMeeting(Meetings meetings, PanelParticipation rolls, MeetingQueries queries, Clock clock) {
        this.meetings = meetings;
        this.rolls = rolls;
        this.queries = queries;
        this.clock = clock;
    }

    @Transactional
    MeetingView handle(Command command) {
        var now = clock.instant();
        var chair = command.actor().person();
        var meeting = meetings.lock(command.meeting());
        meeting.requireLedBy(command.actor(), Meetings::notFound);
        meeting.open(chair, now);
        rolls.attend(meeting.id(), chair, chair, now);
        LOG.infof("%s: %s by %s", meeting, MeetingTransition.OPEN, chair);
        return queries.get(meeting.id(), command.actor());
    }
}
