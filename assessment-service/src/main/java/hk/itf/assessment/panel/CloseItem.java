package hk.itf.assessment.panel;

import hk.itf.assessment.agendaitem.AgendaItem;
import hk.itf.assessment.agendaitem.AgendaItemId;
import hk.itf.assessment.agendaitem.AgendaItemTransition;
import hk.itf.assessment.agendaitem.AgendaItemView;
import hk.itf.assessment.agendaitem.AgendaItems;
import hk.itf.assessment.agendaitem.ItemParticipants;
import hk.itf.assessment.agendaitem.PanelParticipation;
import hk.itf.assessment.caseroute.CaseAdvancement;
import hk.itf.assessment.meeting.Meeting;
import hk.itf.assessment.meeting.Meetings;
import hk.itf.assessment.meeting.MemberPapers;
import hk.itf.assessment.reviewcase.Recommendation;
import hk.itf.assessment.reviewcase.ReviewCase;
import hk.itf.assessment.reviewcase.ReviewCaseTransition;
import hk.itf.assessment.reviewcase.ReviewCases;
import hk.itf.assessment.reviewtask.ReviewTaskStatus;
import hk.itf.assessment.scheme.SchemeVersions;
import hk.itf.infra.http.Actor;
import hk.itf.infra.timeline.Timeline;
import hk.itf.model.id.PersonId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;

/**
 * Closes the vote on an item. A quorum of members without an interest must be present. The majority of the votes makes the
 * recommendation, which is stored with its votes in the case, and the case advances.
 */
@ApplicationScoped
class CloseItem {

    /** @param reason the reason of the recommendation */
    record Command(AgendaItemId item, String reason, Actor actor) {

        Command {
            reason = reason.strip();
        }
    }

    private final ReviewCases cases;
    private final Meetings meetings;
    private final AgendaItems items;
    private final PanelParticipation rolls;
    private final MemberPapers papers;
    private final CaseAdvancement route;
    private final SchemeVersions schemes;
    private final AgendaItemQueries queries;
    private final Timeline timeline;
    private final Clock clock;

    CloseItem(
            ReviewCases cases,
            Meetings meetings,
            AgendaItems items,
            PanelParticipation rolls,
            MemberPapers papers,
            CaseAdvancement route,
            SchemeVersions schemes,
            AgendaItemQueries queries,
            Timeline timeline,
            Clock clock) {
        this.cases = cases;
        this.meetings = meetings;
        this.items = items;
        this.rolls = rolls;
        this.papers = papers;
        this.route = route;
        this.schemes = schemes;
        this.queries = queries;
        this.timeline = timeline;
        this.clock = clock;
    }

    @Transactional
    AgendaItemView handle(Command command) {
        var place = items.placeOf(command.item());
        meetings.get(place.meeting()).requireMember(command.actor(), AgendaItems::notFound);
        var reviewCase = cases.lock(place.reviewCase());
        var item = items.lock(command.item());
        item.requireCalled();
        var leader = command.actor().person();
        if (!item.isLedBy(leader)) {
            throw Meeting.notInTheChair();
        }
        var roll = rolls.of(item.id());
        roll.requireQuorum(item.quorum());
        var supported = roll.isSupported(leader);

        var now = clock.instant();
        item.close(supported, command.reason(), now);
        timeline.record(item, AgendaItemTransition.CLOSE, leader, now);
        papers.closeAll(item, ReviewTaskStatus.DONE, leader, now);
        advise(reviewCase, recommendation(item, roll, supported, command, now), leader, now);
        return queries.get(item.id(), command.actor());
    }

    private void advise(ReviewCase reviewCase, Recommendation advised, PersonId leader, Instant now) {
        reviewCase.recommend(advised);
        timeline.record(reviewCase, ReviewCaseTransition.RECOMMEND, leader, now);
        route.advance(reviewCase, schemes.of(reviewCase.scheme()), leader, stage -> 0, now);
    }

    private static Recommendation recommendation(
            AgendaItem item, ItemParticipants roll, boolean supported, Command command, Instant now) {
        return new Recommendation(
                item.meeting().value(),
                item.id().value(),
                supported,
                command.reason(),
                item.quorum(),
                roll.countedMembers(),
                roll.interested(),
                roll.countedVotes()
                        .map(participant -> new Recommendation.CastVote(
                                participant.person(),
                                Objects.requireNonNull(participant.vote()).name()))
                        .toList(),
                command.actor().person(),
                now);
    }
}
