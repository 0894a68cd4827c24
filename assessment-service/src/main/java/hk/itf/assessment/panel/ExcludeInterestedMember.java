package hk.itf.assessment.panel;

import hk.itf.assessment.agendaitem.AgendaItem;
import hk.itf.assessment.agendaitem.AgendaItemTransition;
import hk.itf.assessment.agendaitem.AgendaItems;
import hk.itf.assessment.agendaitem.PanelParticipation;
import hk.itf.assessment.conflict.InterestInGrantDeclared;
import hk.itf.assessment.conflict.InterestInPartyDeclared;
import hk.itf.assessment.meeting.Meetings;
import hk.itf.assessment.meeting.MemberPapers;
import hk.itf.assessment.reviewcase.Recommendation;
import hk.itf.assessment.reviewcase.ReviewCase;
import hk.itf.assessment.reviewcase.ReviewCaseTransition;
import hk.itf.assessment.reviewcase.ReviewCases;
import hk.itf.assessment.reviewtask.CaseTasks;
import hk.itf.assessment.reviewtask.ReviewTaskStatus;
import hk.itf.assessment.reviewtask.ReviewTasks;
import hk.itf.infra.timeline.Timeline;
import hk.itf.model.id.PersonId;
import hk.itf.model.id.ReviewCaseId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.util.List;

/**
 * Excludes a member who declares an interest from the open items of the case. A recommendation on which the member voted is
 * voided, and the case returns to the panel.
 */
@ApplicationScoped
class ExcludeInterestedMember {

    private static final String VOID_REASON = "a voter declared an interest";

    private final ReviewCases cases;
    private final ReviewTasks tasks;
    private final CaseTasks caseTasks;
    private final Meetings meetings;
    private final AgendaItems items;
    private final PanelParticipation rolls;
    private final MemberPapers papers;
    private final Timeline timeline;

    ExcludeInterestedMember(
            ReviewCases cases,
            ReviewTasks tasks,
            CaseTasks caseTasks,
            Meetings meetings,
            AgendaItems items,
            PanelParticipation rolls,
            MemberPapers papers,
            Timeline timeline) {
        this.cases = cases;
        this.tasks = tasks;
        this.caseTasks = caseTasks;
        this.meetings = meetings;
        this.items = items;
        this.rolls = rolls;
        this.papers = papers;
        this.timeline = timeline;
    }

    void on(@Observes InterestInPartyDeclared declared) {
        cases.unclosedWith(declared.organisation()).forEach(id -> exclude(declared.person(), id, declared.at()));
    }

    void on(@Observes InterestInGrantDeclared declared) {
        cases.unclosedOf(declared.grant()).forEach(id -> exclude(declared.person(), id, declared.at()));
    }

    private void exclude(PersonId person, ReviewCaseId id, Instant at) {
        var reviewCase = cases.lock(id);
        items.lockOf(id).ifPresent(item -> {
            if (item.isPending()) {
                recordInterest(item, person, at);
            } else if (reviewCase.permits(ReviewCaseTransition.RETURN_TO_PANEL) && votedOn(reviewCase, person)) {
                returnToPanel(item, reviewCase, person, at);
            }
        });
    }

    /** Records nothing for a person without attendance or declaration. The stored interest excludes the person later. */
    private void recordInterest(AgendaItem item, PersonId person, Instant at) {
        if (rolls.of(item.id()).of(person).isPresent()) {
            papers.close(item, person, ReviewTaskStatus.RECUSED, person, at);
            rolls.declareInterest(
                    item.id(), person, meetings.get(item.meeting()).isOpen(), at);
        }
    }

    private static boolean votedOn(ReviewCase reviewCase, PersonId person) {
        return reviewCase
                .recommendation()
                .map(Recommendation::voters)
                .orElse(List.of())
                .contains(person);
    }

    private void returnToPanel(AgendaItem item, ReviewCase reviewCase, PersonId person, Instant at) {
        item.voidAdvice(VOID_REASON);
        timeline.record(item, AgendaItemTransition.VOID, person, at);
        caseTasks.drop(tasks.lockOpen(reviewCase.id()), person, VOID_REASON, at);
        reviewCase.returnToPanel();
        timeline.record(reviewCase, ReviewCaseTransition.RETURN_TO_PANEL, person, at);
    }
}
