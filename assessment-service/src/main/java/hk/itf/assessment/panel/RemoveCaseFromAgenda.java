package hk.itf.assessment.panel;

import hk.itf.assessment.agendaitem.AgendaItemTransition;
import hk.itf.assessment.agendaitem.AgendaItems;
import hk.itf.assessment.caseroute.CaseResumed;
import hk.itf.assessment.caseroute.CaseWithdrawnOrSetBack;
import hk.itf.assessment.meeting.MemberPapers;
import hk.itf.assessment.reviewtask.ReviewTaskStatus;
import hk.itf.infra.timeline.Timeline;
import hk.itf.model.id.PersonId;
import hk.itf.model.id.ReviewCaseId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;

/**
 * Removes a case from its agenda, or voids the recommendation, when the case is withdrawn, resumes after a clarification or
 * returns to a stage before the panel.
 */
@ApplicationScoped
class RemoveCaseFromAgenda {

    private final AgendaItems items;
    private final MemberPapers papers;
    private final Timeline timeline;

    RemoveCaseFromAgenda(AgendaItems items, MemberPapers papers, Timeline timeline) {
        this.items = items;
        this.papers = papers;
        this.timeline = timeline;
    }

    void on(@Observes CaseWithdrawnOrSetBack setBack) {
        drop(setBack.reviewCase(), setBack.reason(), setBack.actor(), setBack.at());
    }

    void on(@Observes CaseResumed resumed) {
        drop(resumed.reviewCase(), "a new round has begun", resumed.actor(), resumed.at());
    }

    private void drop(ReviewCaseId reviewCase, String reason, PersonId actor, Instant at) {
        items.lockOf(reviewCase).ifPresent(item -> {
            if (item.isPending()) {
                papers.closeAll(item, ReviewTaskStatus.HANDED_BACK, actor, at);
                item.remove(reason, at);
                timeline.record(item, AgendaItemTransition.REMOVE, actor, at);
            } else {
                item.voidAdvice(reason);
                timeline.record(item, AgendaItemTransition.VOID, actor, at);
            }
        });
    }
}
