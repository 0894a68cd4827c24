package hk.itf.assessment.panel;

import hk.itf.assessment.agendaitem.AgendaItemId;
import hk.itf.assessment.agendaitem.AgendaItemTransition;
import hk.itf.assessment.agendaitem.AgendaItemView;
import hk.itf.assessment.agendaitem.AgendaItems;
import hk.itf.assessment.meeting.MemberPapers;
import hk.itf.assessment.reviewtask.ReviewTaskStatus;
import hk.itf.infra.http.Actor;
import hk.itf.infra.timeline.Timeline;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;

/** Removes an item from the agenda. The case waits for another meeting. */
@ApplicationScoped
class TakeOffAgenda {

    record Command(AgendaItemId item, String reason, Actor actor) {

        Command {
            reason = reason.strip();
        }
    }

    private final AgendaItems items;
    private final MemberPapers papers;
    private final AgendaItemQueries queries;
    private final Timeline timeline;
    private final Clock clock;

    TakeOffAgenda(AgendaItems items, MemberPapers papers, AgendaItemQueries queries, Timeline timeline, Clock clock) {
        this.items = items;
        this.papers = papers;
        this.queries = queries;
        this.timeline = timeline;
        this.clock = clock;
    }

    @Transactional
    AgendaItemView handle(Command command) {
        var now = clock.instant();
        var actor = command.actor().person();
        var item = items.lock(command.item());
        item.remove(command.reason(), now);
        timeline.record(item, AgendaItemTransition.REMOVE, actor, now);
        papers.closeAll(item, ReviewTaskStatus.HANDED_BACK, actor, now);
        return queries.get(item.id(), command.actor());
    }
}
