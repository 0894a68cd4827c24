package hk.itf.assessment.panel;

import hk.itf.assessment.Roles;
import hk.itf.assessment.agendaitem.AgendaItem;
import hk.itf.assessment.agendaitem.AgendaItemId;
import hk.itf.assessment.agendaitem.AgendaItemTransition;
import hk.itf.assessment.agendaitem.AgendaItemView;
import hk.itf.assessment.agendaitem.AgendaItems;
import hk.itf.assessment.agendaitem.MeetingId;
import hk.itf.assessment.meeting.Meeting;
import hk.itf.assessment.meeting.Meetings;
import hk.itf.assessment.meeting.MemberPapers;
import hk.itf.assessment.reviewcase.ReviewCases;
import hk.itf.assessment.reviewtask.ReviewTaskStatus;
import hk.itf.infra.http.Actor;
import hk.itf.infra.timeline.Timeline;
import hk.itf.model.DomainException;
import hk.itf.model.Violation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Adjourns an item to another meeting of the same panel, where members declare their interests and vote again. */
@ApplicationScoped
class AdjournItem {

    record Command(AgendaItemId item, MeetingId to, String reason, Actor actor) {

        Command {
            reason = reason.strip();
        }
    }

    private final ReviewCases cases;
    private final Meetings meetings;
    private final AgendaItems items;
    private final PutOnAgenda putOnAgenda;
    private final MemberPapers papers;
    private final AgendaItemQueries queries;
    private final Timeline timeline;
    private final Clock clock;

    AdjournItem(
            ReviewCases cases,
            Meetings meetings,
            AgendaItems items,
            PutOnAgenda putOnAgenda,
            MemberPapers papers,
            AgendaItemQueries queries,
            Timeline timeline,
            Clock clock) {
        this.cases = cases;
        this.meetings = meetings;
        this.items = items;
        this.putOnAgenda = putOnAgenda;
        this.papers = papers;
        this.queries = queries;
        this.timeline = timeline;
        this.clock = clock;
    }

    @Transactional
    AgendaItemView handle(Command command) {
        var place = items.placeOf(command.item());
        var reviewCase = cases.lock(place.reviewCase());
        var locked = lockBoth(place.meeting(), command.to());
        var from = Objects.requireNonNull(locked.get(place.meeting()));
        var item = items.lock(command.item());
        requireMay(command.actor(), from, item);
        var to = another(locked.get(command.to()), from);
        to.requireOpenForItems();

        var now = clock.instant();
        var actor = command.actor().person();
        papers.closeAll(item, ReviewTaskStatus.HANDED_BACK, actor, now);
        var next = AgendaItemId.next();
        item.adjourn(next, command.reason(), now);
        timeline.record(item, AgendaItemTransition.ADJOURN, actor, now);
        putOnAgenda.list(next, reviewCase, to, command.actor());
        return queries.get(item.id(), command.actor());
    }

    private static void requireMay(Actor actor, Meeting meeting, AgendaItem item) {
        if (actor.hasRole(Roles.SECRETARIAT) || item.isLedBy(actor.person())) {
            return;
        }
        meeting.requireLedBy(actor, AgendaItems::notFound);
    }

    private static Meeting another(@Nullable Meeting to, Meeting from) {
        if (to == null || to.id().equals(from.id()) || !to.scheme().equals(from.scheme())) {
            throw DomainException.broken(
                    "not-another-meeting", List.of(Violation.of("/meeting", "not-another-meeting")));
        }
        return to;
    }

    /** Locks both meetings in the order of their ids, so that two adjournments between them do not deadlock. */
    private Map<MeetingId, Meeting> lockBoth(MeetingId from, MeetingId to) {
        var locked = new HashMap<MeetingId, Meeting>();
        Stream.of(from, to)
                .distinct()
                .sorted(Comparator.comparing(MeetingId::value))
                .forEach(id -> meetings.lockIfPresent(id).ifPresent(meeting -> locked.put(id, meeting)));
        return locked;
    }
}
