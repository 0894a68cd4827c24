package hk.itf.assessment.panel;

import hk.itf.assessment.agendaitem.AgendaItemId;
import hk.itf.assessment.agendaitem.AgendaItemView;
import hk.itf.assessment.agendaitem.AgendaItems;
import hk.itf.assessment.agendaitem.PanelParticipation;
import hk.itf.assessment.conflict.DeclareConflictOfInterest;
import hk.itf.assessment.conflict.DeclareInterestInGrant;
import hk.itf.assessment.meeting.Meetings;
import hk.itf.assessment.meeting.MemberPapers;
import hk.itf.assessment.reviewtask.ReviewTaskStatus;
import hk.itf.infra.http.Actor;
import hk.itf.infra.timeline.Timeline;
import hk.itf.model.id.OrganisationId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** Records that a member has an interest in a case on the agenda. The member takes no further part in the grant. */
@ApplicationScoped
class DeclareInterest {

    /** @param organisation the party in which the interest lies; null for an interest in the case alone */
    record Command(
            AgendaItemId item, String reason, @Nullable OrganisationId organisation, Actor actor) {

        Command {
            reason = reason.strip();
        }
    }

    private final Meetings meetings;
    private final AgendaItems items;
    private final PanelParticipation rolls;
    private final MemberPapers papers;
    private final DeclareInterestInGrant inGrant;
    private final DeclareConflictOfInterest inOrganisation;
    private final Timeline timeline;
    private final AgendaItemQueries queries;
    private final Clock clock;

    DeclareInterest(
            Meetings meetings,
            AgendaItems items,
            PanelParticipation rolls,
            MemberPapers papers,
            DeclareInterestInGrant inGrant,
            DeclareConflictOfInterest inOrganisation,
            Timeline timeline,
            AgendaItemQueries queries,
            Clock clock) {
        this.meetings = meetings;
        this.items = items;
        this.rolls = rolls;
        this.papers = papers;
        this.inGrant = inGrant;
        this.inOrganisation = inOrganisation;
        this.timeline = timeline;
        this.queries = queries;
        this.clock = clock;
    }

    @Transactional
    AgendaItemView handle(Command command) {
        var place = items.placeOf(command.item());
        var meeting = meetings.get(place.meeting());
        meeting.requireMember(command.actor(), AgendaItems::notFound);
        var member = command.actor().person();
        // first, because this use case locks every case of the grant in order
        inGrant.handle(new DeclareInterestInGrant.Command(member, place.grant(), command.reason()));
        var item = items.lock(command.item());
        item.requirePending();

        var now = clock.instant();
        papers.close(item, member, ReviewTaskStatus.RECUSED, member, now);
        rolls.declareInterest(item.id(), member, meeting.isOpen(), now);
        timeline.note(item.grantId(), item.subject(), "DECLARE_INTEREST", member, "", now);
        if (command.organisation() != null) {
            inOrganisation.handle(
                    new DeclareConflictOfInterest.Command(member, command.organisation(), command.reason()));
        }
        return queries.get(item.id(), command.actor());
    }
}
