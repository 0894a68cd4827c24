package hk.itf.assessment.meeting;

import hk.itf.assessment.agendaitem.AgendaItemTransition;
import hk.itf.assessment.agendaitem.AgendaItems;
import hk.itf.assessment.agendaitem.MeetingId;
import hk.itf.assessment.reviewtask.ReviewTaskStatus;
import hk.itf.infra.http.Actor;
import hk.itf.infra.timeline.Timeline;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import org.jboss.logging.Logger;

/** Cancels a scheduled meeting. Its cases keep waiting for the panel and can be put on another agenda. */
@ApplicationScoped
class CancelMeeting {

    record Command(MeetingId meeting, String reason, Actor actor) {

        Command {
            reason = reason.strip();
        }
    }

    private static final Logger LOG = Logger.getLogger(CancelMeeting.class);

    private final Meetings meetings;
    private final AgendaItems items;
    private final MemberPapers papers;
    private final MeetingQueries queries;
    private final Timeline timeline;
    private final Clock clock;

    CancelMeeting(
            Meetings meetings,
            AgendaItems items,
            MemberPapers papers,
            MeetingQueries queries,
            Timeline timeline,
            Clock clock) {
        this.meetings = meetings;
        this.items = items;
        this.papers = papers;
        this.queries = queries;
        this.timeline = timeline;
        this.clock = clock;
    }

    @Transactional
    MeetingView handle(Command command) {
        var now = clock.instant();
        var actor = command.actor().person();
        var meeting = meetings.lock(command.meeting());
        meeting.cancel(command.reason(), now);
        for (var item : items.lockUnended(meeting.id())) {
            item.remove("the meeting was cancelled", now);
            timeline.record(item, AgendaItemTransition.REMOVE, actor, now);
            papers.closeAll(item, ReviewTaskStatus.HANDED_BACK, actor, now);
        }
        LOG.infof("%s: %s by %s", meeting, MeetingTransition.CANCEL, actor);
        return queries.get(meeting.id(), command.actor());
    }
}
