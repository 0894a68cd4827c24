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
import hk.itf.infra.duty.Timeline;
import hk.itf.model.id.PersonId;
import hk.itf.model.id.ReviewCaseId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.util.List;

/**
 * A member who declares an interest, wherever that is, has no part any more in what panels have in hand about the case; and
 * advice that the member voted on counts no more: the case comes to the panel again.
 */
@ApplicationScoped
class ExcludeInterestedMember {

    private static final String BECAUSE = "a voter declared an interest";

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
        cases.unclosedWith(declared.organisation()).forEach(id -> keepOut(declared.person(), id, declared.at()));
    }

    void on(@Observes InterestInGrantDeclared declared) {
        cases.unclosedOf(declared.grant()).forEach(id -> keepOut(declared.person(), id, declared.at()));
    }

    private void keepOut(PersonId person, ReviewCaseId id, Instant at) {
        var reviewCase = cases.lock(id);
        items.lockOf(id).ifPresent(item -> {
            if (item.isUnended()) {
                leaveSeat(item, person, at);
            } else if (reviewCase.permits(ReviewCaseTransition.RETURN_TO_PANEL) && votedOn(reviewCase, person)) {
                adviseAnew(item, reviewCase, person, at);
            }
        });
    }

    /** Whoever is neither there nor has declared anything has no seat to leave; should they come, they count for nothing. */
    private void leaveSeat(AgendaItem item, PersonId person, Instant at) {
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

    private void adviseAnew(AgendaItem item, ReviewCase reviewCase, PersonId person, Instant at) {
        item.cancelAdvice(BECAUSE);
        timeline.record(item, AgendaItemTransition.VOID, person, at);
        caseTasks.drop(tasks.lockOpen(reviewCase.id()), person, BECAUSE, at);
        reviewCase.returnToPanel();
        timeline.record(reviewCase, ReviewCaseTransition.RETURN_TO_PANEL, person, at);
    }
}
