package hk.itf.assessment.panel;

import hk.itf.assessment.agendaitem.AgendaItemId;
import hk.itf.assessment.agendaitem.AgendaItemView;
import hk.itf.assessment.agendaitem.AgendaItems;
import hk.itf.assessment.agendaitem.PanelParticipation;
import hk.itf.assessment.conflict.ConflictsOfInterest;
import hk.itf.assessment.meeting.Meetings;
import hk.itf.assessment.meeting.MemberPapers;
import hk.itf.assessment.reviewcase.ReviewCase;
import hk.itf.assessment.reviewcase.ReviewCases;
import hk.itf.assessment.reviewtask.ReviewTasks;
import hk.itf.assessment.scheme.SchemeVersions;
import hk.itf.infra.duty.GrantDuties;
import hk.itf.infra.http.Actor;
import hk.itf.infra.timeline.Timeline;
import hk.itf.model.DomainException;
import hk.itf.model.duty.Duty;
import hk.itf.model.id.ReviewTaskId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;

/** Records that a member has no interest in a case on the agenda. The papers open, and the member may vote. */
@ApplicationScoped
class ConfirmIndependence {

    record Command(AgendaItemId item, Actor actor) {}

    private final ReviewCases cases;
    private final ReviewTasks tasks;
    private final Meetings meetings;
    private final AgendaItems items;
    private final PanelParticipation rolls;
    private final MemberPapers papers;
    private final ConflictsOfInterest conflicts;
    private final GrantDuties duties;
    private final SchemeVersions schemes;
    private final Timeline timeline;
    private final AgendaItemQueries queries;
    private final Clock clock;

    ConfirmIndependence(
            ReviewCases cases,
            ReviewTasks tasks,
            Meetings meetings,
            AgendaItems items,
            PanelParticipation rolls,
            MemberPapers papers,
            ConflictsOfInterest conflicts,
            GrantDuties duties,
            SchemeVersions schemes,
            Timeline timeline,
            AgendaItemQueries queries,
            Clock clock) {
        this.cases = cases;
        this.tasks = tasks;
        this.meetings = meetings;
        this.items = items;
        this.rolls = rolls;
        this.papers = papers;
        this.conflicts = conflicts;
        this.duties = duties;
        this.schemes = schemes;
        this.timeline = timeline;
        this.queries = queries;
        this.clock = clock;
    }

    @Transactional
    AgendaItemView handle(Command command) {
        var place = items.placeOf(command.item());
        var meeting = meetings.get(place.meeting());
        meeting.requireMember(command.actor(), AgendaItems::notFound);
        var item = items.lock(command.item());
        item.requirePending();
        var reviewCase = cases.withId(place.reviewCase()).orElseThrow();
        requireIndependent(command.actor(), reviewCase);

        var member = command.actor().person();
        if (rolls.task(item.id(), member).isEmpty()) {
            var now = clock.instant();
            var task = ReviewTaskId.next();
            rolls.declareNone(item.id(), member, meeting.isOpen(), task, now);
            papers.open(task, reviewCase, schemes.of(reviewCase.scheme()), meeting, member, now);
            timeline.note(item.grantId(), item.subject(), "DECLARE_NO_INTEREST", member, "", now);
        }
        return queries.get(item.id(), command.actor());
    }

    /** The caller holds the lock of the item; a declaration of interest takes the same lock. */
    private void requireIndependent(Actor actor, ReviewCase reviewCase) {
        conflicts.requireNone(actor, reviewCase.grantId(), reviewCase.parties());
        if (tasks.wasRecused(actor.person(), reviewCase.id())) {
            throw DomainException.conflict("conflict-of-interest.recused");
        }
        if (duties.of(reviewCase.grantId(), actor.person())
                .filter(held -> held != Duty.SCORED)
                .isPresent()) {
            throw DomainException.conflict("one-person-one-duty.panel");
        }
    }
}
