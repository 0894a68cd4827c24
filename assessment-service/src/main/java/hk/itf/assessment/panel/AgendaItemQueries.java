package hk.itf.assessment.panel;

import hk.itf.assessment.agendaitem.AgendaItem;
import hk.itf.assessment.agendaitem.AgendaItemId;
import hk.itf.assessment.agendaitem.AgendaItemView;
import hk.itf.assessment.agendaitem.AgendaItemView.Member;
import hk.itf.assessment.agendaitem.AgendaItemView.Reading;
import hk.itf.assessment.agendaitem.AgendaItems;
import hk.itf.assessment.agendaitem.PanelParticipation;
import hk.itf.assessment.meeting.MeetingQueries;
import hk.itf.assessment.meeting.Meetings;
import hk.itf.assessment.reviewcase.CaseContent;
import hk.itf.assessment.reviewcase.ReviewCase;
import hk.itf.assessment.reviewcase.ReviewCases;
import hk.itf.assessment.reviewcase.Stage;
import hk.itf.assessment.scheme.SchemeVersions;
import hk.itf.assessment.scoring.ScoreSheets;
import hk.itf.infra.http.Actor;
import hk.itf.model.DomainException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import org.hibernate.Session;

/**
 * Reads agenda items. The secretariat and auditors see the participants and the progress; members without an interest
 * also see the case.
 */
@ApplicationScoped
class AgendaItemQueries {

    private final Session entities;
    private final AgendaItems items;
    private final Meetings meetings;
    private final PanelParticipation rolls;
    private final ReviewCases cases;
    private final ScoreSheets sheets;
    private final SchemeVersions schemes;

    AgendaItemQueries(
            Session entities,
            AgendaItems items,
            Meetings meetings,
            PanelParticipation rolls,
            ReviewCases cases,
            ScoreSheets sheets,
            SchemeVersions schemes) {
        this.entities = entities;
        this.items = items;
        this.meetings = meetings;
        this.rolls = rolls;
        this.cases = cases;
        this.sheets = sheets;
        this.schemes = schemes;
    }

    /** @throws DomainException {@code not-found} for an unknown item, and for people who are not on the panel */
    @Transactional
    AgendaItemView get(AgendaItemId id, Actor actor) {
        entities.flush(); // so that the view shows the changes of this transaction and their version
        var item = items.get(id);
        if (!MeetingQueries.oversees(actor)) {
            meetings.get(item.meeting()).requireMember(actor, AgendaItems::notFound);
        }
        var reviewCase = cases.withId(item.caseId()).orElseThrow();
        var roll = rolls.of(id);
        return new AgendaItemView(
                id,
                item.meeting(),
                item.grantId(),
                item.caseId(),
                reviewCase.reference(),
                reviewCase.subjectOf(),
                reviewCase.parties(),
                item.course(),
                item.quorum(),
                roll.countedMembers().size(),
                roll.participants().stream()
                        .map(participant -> Member.of(
                                participant,
                                !item.isPending() || participant.person().equals(actor.person())))
                        .toList(),
                reading(item, reviewCase, actor).orElse(null),
                item.version());
    }

    private Optional<Reading> reading(AgendaItem item, ReviewCase reviewCase, Actor actor) {
        return rolls.task(item.id(), actor.person())
                .map(task -> new Reading(
                        task,
                        "/applications/" + item.grantId() + "/papers",
                        CaseContent.of(Stage.PANEL, reviewCase, schemes.of(reviewCase.scheme())),
                        sheets.views(reviewCase.id())));
    }
}
