package hk.itf.assessment.meeting;

import hk.itf.assessment.agendaitem.AgendaItems;
import hk.itf.assessment.agendaitem.MeetingId;
import hk.itf.infra.http.Actor;
import hk.itf.model.DomainException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import org.jboss.logging.Logger;

/** Closes a meeting when no item on its agenda is open. Only the chair may close the meeting. */
@ApplicationScoped
class CloseMeeting {

    record Command(MeetingId meeting, Actor actor) {}

    private static final Logger LOG = Logger.getLogger(CloseMeeting.class);

    private final Meetings meetings;
    private final AgendaItems items;
    private final MeetingQueries queries;
    private final Clock clock;

    CloseMeeting(Meetings meetings, AgendaItems items, MeetingQueries queries, Clock clock) {
        this.meetings = meetings;
        this.items = items;
        this.queries = queries;
        this.clock = clock;
    }

    @Transactional
    MeetingView handle(Command command) {
        var meeting = meetings.lock(command.meeting());
        meeting.requireLedBy(command.actor(), Meetings::notFound);
        if (items.hasUnended(meeting.id())) {
            throw DomainException.conflict("agenda-not-done");
        }
        meeting.close(clock.instant());
        LOG.infof(
                "%s: %s by %s",
                meeting, MeetingTransition.CLOSE, command.actor().person());
        return queries.get(meeting.id(), command.actor());
    }
}
