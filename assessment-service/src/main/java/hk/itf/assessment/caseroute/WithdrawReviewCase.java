package hk.itf.assessment.caseroute;

import hk.itf.assessment.reviewcase.ReviewCaseTransition;
import hk.itf.assessment.reviewcase.ReviewCases;
import hk.itf.assessment.reviewtask.CaseTasks;
import hk.itf.assessment.reviewtask.ReviewTasks;
import hk.itf.infra.eventing.Reception;
import hk.itf.infra.timeline.Timeline;
import hk.itf.model.event.ApplicationEvent;
import hk.itf.model.event.ApplicationEvent.AmendmentWithdrawn;
import hk.itf.model.event.ApplicationEvent.ApplicationWithdrawn;
import hk.itf.model.event.ApplicationEvent.ClaimWithdrawn;
import hk.itf.model.event.Subject;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;

/** Closes the case of a withdrawn application, claim or amendment and ends its open tasks. */
@ApplicationScoped
public class WithdrawReviewCase {

    private final ReviewCases cases;
    private final ReviewTasks tasks;
    private final CaseTasks caseTasks;
    private final Timeline timeline;
    private final Event<CaseWithdrawnOrSetBack> callBacks;
    private final Clock clock;

    WithdrawReviewCase(
            ReviewCases cases,
            ReviewTasks tasks,
            CaseTasks caseTasks,
            Timeline timeline,
            Event<CaseWithdrawnOrSetBack> callBacks,
            Clock clock) {
        this.cases = cases;
        this.tasks = tasks;
        this.caseTasks = caseTasks;
        this.timeline = timeline;
        this.callBacks = callBacks;
        this.clock = clock;
    }

    @Transactional
    public Reception handle(ApplicationWithdrawn withdrawn) {
        return withdraw(
                withdrawn,
                new Subject(Subject.Kind.APPLICATION, withdrawn.grant().value()),
                withdrawn.reason());
    }

    @Transactional
    public Reception handle(ClaimWithdrawn withdrawn) {
        return withdraw(
                withdrawn, new Subject(Subject.Kind.CLAIM, withdrawn.claim().value()), "the claim is withdrawn");
    }

    @Transactional
    public Reception handle(AmendmentWithdrawn withdrawn) {
        return withdraw(
                withdrawn,
                new Subject(Subject.Kind.AMENDMENT, withdrawn.amendment().value()),
                "the amendment is withdrawn");
    }

    private Reception withdraw(ApplicationEvent withdrawn, Subject subject, String reason) {
        var found = cases.lockIfPresent(subject);
        var reception = ReviewCaseReception.TABLE.of(found, withdrawn);
        if (found.isEmpty() || !reception.isApplied()) {
            return reception;
        }
        var now = clock.instant();
        var actor = withdrawn.actor();
        var reviewCase = found.get();
        callBacks.fire(new CaseWithdrawnOrSetBack(reviewCase.id(), actor, "withdrawn", now));
        caseTasks.drop(tasks.lockOpen(reviewCase.id()), actor, "withdrawn", now);
        reviewCase.withdraw(reason, now);
        timeline.record(reviewCase, ReviewCaseTransition.WITHDRAW, actor, now);
        return reception;
    }
}
