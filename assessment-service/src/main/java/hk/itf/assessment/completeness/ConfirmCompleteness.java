package hk.itf.assessment.completeness;

import hk.itf.assessment.caseroute.CaseAdvancement;
import hk.itf.assessment.reviewcase.ReviewCaseTransition;
import hk.itf.assessment.reviewcase.Stage;
import hk.itf.assessment.reviewtask.ActView;
import hk.itf.assessment.reviewtask.HeldTasks;
import hk.itf.infra.eventing.Outbox;
import hk.itf.infra.http.Actor;
import hk.itf.infra.timeline.Timeline;
import hk.itf.model.DomainException;
import hk.itf.model.id.ReviewTaskId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;

/** Confirms that the information is complete. The pledge starts and the case advances to its next stage. */
@ApplicationScoped
class ConfirmCompleteness {

    record Command(ReviewTaskId task, boolean complete, Actor actor) {}

    private final HeldTasks held;
    private final CaseAdvancement route;
    private final Outbox outbox;
    private final Timeline timeline;
    private final Clock clock;

    ConfirmCompleteness(HeldTasks held, CaseAdvancement route, Outbox outbox, Timeline timeline, Clock clock) {
        this.held = held;
        this.route = route;
        this.outbox = outbox;
        this.timeline = timeline;
        this.clock = clock;
    }

    @Transactional
    ActView handle(Command command) {
        if (!command.complete()) {
            throw DomainException.broken("incomplete-needs-clarification");
        }
        var task = held.lockHeldBy(command.task(), command.actor()).requireStage(Stage.COMPLETENESS);
        var now = clock.instant();
        var reviewCase = task.reviewCase();
        var complete = reviewCase.completeInformation(
                task.person(),
                task.scheme().pledge().daysFor(reviewCase.filing().assessed()),
                now);
        timeline.record(reviewCase, ReviewCaseTransition.COMPLETE_INFORMATION, task.person(), now);

        route.finish(task, now);
        route.advance(task, now);
        complete.ifPresent(outbox::append);
        return task.view();
    }
}
