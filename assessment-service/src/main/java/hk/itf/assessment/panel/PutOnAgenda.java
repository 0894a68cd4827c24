package hk.itf.assessment.panel;

import static hk.itf.model.NamedValue.value;

import hk.itf.assessment.agendaitem.AgendaItem;
import hk.itf.assessment.agendaitem.AgendaItemId;
import hk.itf.assessment.agendaitem.AgendaItemView;
import hk.itf.assessment.agendaitem.AgendaItems;
import hk.itf.assessment.agendaitem.MeetingId;
import hk.itf.assessment.meeting.Meeting;
import hk.itf.assessment.meeting.Meetings;
import hk.itf.assessment.reviewcase.ReviewCase;
import hk.itf.assessment.reviewcase.ReviewCaseStatus;
import hk.itf.assessment.reviewcase.ReviewCases;
import hk.itf.assessment.reviewcase.Stage;
import hk.itf.assessment.scheme.SchemeVersions;
import hk.itf.infra.http.Actor;
import hk.itf.infra.timeline.Timeline;
import hk.itf.model.DomainException;
import hk.itf.model.Violation;
import hk.itf.model.id.ReviewCaseId;
import hk.itf.model.scheme.vetting.ReviewStage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;

/** Puts a case that waits for the panel on the agenda of a meeting. */
@ApplicationScoped
public class PutOnAgenda {

    public record Command(MeetingId meeting, ReviewCaseId reviewCase, Actor actor) {}

    static final int LONGEST_AGENDA = 100;

    private final ReviewCases cases;
    private final Meetings meetings;
    private final AgendaItems items;
    private final SchemeVersions schemes;
    private final AgendaItemQueries queries;
    private final Timeline timeline;
    private final Clock clock;

    PutOnAgenda(
            ReviewCases cases,
            Meetings meetings,
            AgendaItems items,
            SchemeVersions schemes,
            AgendaItemQueries queries,
            Timeline timeline,
            Clock clock) {
        this.cases = cases;
        this.meetings = meetings;
        this.items = items;
        this.schemes = schemes;
        this.queries = queries;
        this.timeline = timeline;
        this.clock = clock;
    }

    @Transactional
    public AgendaItemView handle(Command command) {
        var reviewCase = cases.lockIfPresent(command.reviewCase())
                .orElseThrow(() -> unfit(Violation.of("/reviewCase", "unknown.case")));
        var meeting = meetings.lock(command.meeting());
        meeting.requireOpenForItems();
        requireFit(reviewCase, meeting);
        if (items.isOnAgenda(reviewCase.id())) {
            throw DomainException.conflict("on-an-agenda");
        }
        var item = AgendaItemId.next();
        list(item, reviewCase, meeting, command.actor());
        return queries.get(item, command.actor());
    }

    /** Adds the item. The caller holds the locks of the case and the meeting and has checked both. */
    void list(AgendaItemId id, ReviewCase reviewCase, Meeting meeting, Actor actor) {
        if (items.countOf(meeting.id()) >= LONGEST_AGENDA) {
            throw DomainException.conflict("agenda-full", value("most", LONGEST_AGENDA));
        }
        var panel = (ReviewStage.Panel)
                schemes.of(reviewCase.scheme()).stage(Stage.PANEL.name()).orElseThrow();
        var item = AgendaItem.list(
                id, meeting.id(), reviewCase.grantId(), reviewCase.id(), reviewCase.round(), panel.quorum());
        items.add(item);
        timeline.record(item, AgendaItem.Act.LIST, actor.person(), clock.instant());
    }

    private static void requireFit(ReviewCase reviewCase, Meeting meeting) {
        if (!reviewCase.scheme().id().equals(meeting.scheme())) {
            throw unfit(Violation.of("/reviewCase", "other-scheme"));
        }
        if (reviewCase.status() != ReviewCaseStatus.OPEN || reviewCase.stage() != Stage.PANEL) {
            throw unfit(Violation.of("/reviewCase", "not-at-panel"));
        }
    }

    private static DomainException unfit(Violation reason) {
        return DomainException.broken("not-for-this-agenda", List.of(reason));
    }
}
