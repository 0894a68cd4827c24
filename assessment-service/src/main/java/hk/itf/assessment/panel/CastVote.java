package hk.itf.assessment.panel;

import hk.itf.assessment.agendaitem.AgendaItem;
import hk.itf.assessment.agendaitem.AgendaItemId;
import hk.itf.assessment.agendaitem.AgendaItemView;
import hk.itf.assessment.agendaitem.AgendaItems;
import hk.itf.assessment.agendaitem.Interest;
import hk.itf.assessment.agendaitem.ItemParticipant;
import hk.itf.assessment.agendaitem.PanelParticipation;
import hk.itf.assessment.agendaitem.Vote;
import hk.itf.assessment.conflict.ConflictsOfInterest;
import hk.itf.assessment.meeting.Meetings;
import hk.itf.assessment.reviewcase.ReviewCase;
import hk.itf.assessment.reviewcase.ReviewCases;
import hk.itf.infra.duty.GrantDuties;
import hk.itf.infra.http.Actor;
import hk.itf.infra.timeline.Timeline;
import hk.itf.model.DomainException;
import hk.itf.model.duty.Duty;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;

/** Records the vote of a member on a called item. The last vote before the closing of the item counts. */
@ApplicationScoped
class CastVote {

    record Command(AgendaItemId item, Vote vote, Actor actor) {}

    private final ReviewCases cases;
    private final Meetings meetings;
    private final AgendaItems items;
    private final PanelParticipation rolls;
    private final ConflictsOfInterest conflicts;
    private final GrantDuties duties;
    private final Timeline timeline;
    private final AgendaItemQueries queries;
    private final Clock clock;

    CastVote(
            ReviewCases cases,
            Meetings meetings,
            AgendaItems items,
            PanelParticipation rolls,
            ConflictsOfInterest conflicts,
            GrantDuties duties,
            Timeline timeline,
            AgendaItemQueries queries,
            Clock clock) {
        this.cases = cases;
        this.meetings = meetings;
        this.items = items;
        this.rolls = rolls;
        this.conflicts = conflicts;
        this.duties = duties;
        this.timeline = timeline;
        this.queries = queries;
        this.clock = clock;
    }

    @Transactional
    AgendaItemView handle(Command command) {
        var place = items.placeOf(command.item());
        meetings.get(place.meeting()).requireMember(command.actor(), AgendaItems::notFound);
        var item = items.lock(command.item()); // a vote and the closing of the item exclude each other
        item.requireCalled();
        requireMayVote(item, command.actor(), cases.withId(place.reviewCase()).orElseThrow());

        var member = command.actor().person();
        var now = clock.instant();
        duties.take(item.grantId(), member, Duty.SCORED);
        rolls.vote(item.id(), member, command.vote(), now);
        timeline.note(
                item.grantId(), item.subject(), "VOTE", member, command.vote().name(), now);
        return queries.get(item.id(), command.actor());
    }

    private void requireMayVote(AgendaItem item, Actor actor, ReviewCase reviewCase) {
        conflicts.requireNone(actor, reviewCase.grantId(), reviewCase.parties());
        var participant = rolls.of(item.id()).of(actor.person());
        if (participant.filter(ItemParticipant::present).isEmpty()) {
            throw DomainException.conflict("not-present");
        }
        if (participant.filter(known -> known.interest() == Interest.NONE).isEmpty()) {
            throw DomainException.conflict("interest-not-declared");
        }
    }
}
