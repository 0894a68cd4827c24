package hk.itf.assessment.panel;

import hk.itf.assessment.Roles;
import hk.itf.assessment.agendaitem.AgendaItemId;
import hk.itf.assessment.agendaitem.AgendaItemTransition;
import hk.itf.assessment.agendaitem.AgendaItemView;
import hk.itf.assessment.agendaitem.AgendaItems;
import hk.itf.assessment.agendaitem.Interest;
import hk.itf.assessment.agendaitem.ItemParticipant;
import hk.itf.assessment.agendaitem.ItemParticipants;
import hk.itf.assessment.agendaitem.PanelParticipation;
import hk.itf.assessment.meeting.Meeting;
import hk.itf.assessment.meeting.Meetings;
import hk.itf.infra.http.Actor;
import hk.itf.infra.timeline.Timeline;
import hk.itf.model.DomainException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;

/**
 * Calls an item for discussion. The chair of the meeting leads the item. When the chair has an interest in the case,
 * another chair who is present leads the item.
 */
@ApplicationScoped
class CallItem {

    record Command(AgendaItemId item, Actor actor) {}

    private final Meetings meetings;
    private final AgendaItems items;
    private final PanelParticipation rolls;
    private final AgendaItemQueries queries;
    private final Timeline timeline;
    private final Clock clock;

    CallItem(
            Meetings meetings,
            AgendaItems items,
            PanelParticipation rolls,
            AgendaItemQueries queries,
            Timeline timeline,
            Clock clock) {
        this.meetings = meetings;
        this.items = items;
        this.rolls = rolls;
        this.queries = queries;
        this.timeline = timeline;
        this.clock = clock;
    }

    @Transactional
    AgendaItemView handle(Command command) {
        var meeting = meetings.lock(items.placeOf(command.item()).meeting());
        meeting.requireMember(command.actor(), AgendaItems::notFound);
        meeting.requireOpen();
        var item = items.lock(command.item());
        var leader = command.actor().person();
        var roll = rolls.of(item.id());
        if (!meeting.isLedBy(command.actor()) && !standsIn(command.actor(), meeting, roll)) {
            throw Meeting.notInTheChair();
        }
        if (roll.of(leader).filter(ItemParticipant::counts).isEmpty()) {
            throw DomainException.conflict("leader-not-clear");
        }
        var now = clock.instant();
        item.call(leader, now);
        timeline.record(item, AgendaItemTransition.CALL, leader, now);
        return queries.get(item.id(), command.actor());
    }

    private static boolean standsIn(Actor actor, Meeting meeting, ItemParticipants roll) {
        return actor.hasRole(Roles.PANEL_CHAIR)
                && meeting.chair()
                        .flatMap(roll::of)
                        .filter(chair -> chair.interest() == Interest.DECLARED || chair.barred())
                        .isPresent();
    }
}
