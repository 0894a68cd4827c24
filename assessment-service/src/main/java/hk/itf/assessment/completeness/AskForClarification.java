package hk.itf.assessment.completeness;

import hk.itf.assessment.caseroute.CaseAdvancement;
import hk.itf.assessment.reviewcase.ReviewCaseTransition;
import hk.itf.assessment.reviewtask.ActView;
import hk.itf.assessment.reviewtask.CaseTasks;
import hk.itf.assessment.reviewtask.HeldTasks;
import hk.itf.infra.eventing.Outbox;
import hk.itf.infra.http.Actor;
import hk.itf.infra.timeline.Timeline;
import hk.itf.model.id.ReviewTaskId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;

/** Asks the applicant for a clarification. Until the answer the case has no open task and the pledge is paused. */
@ApplicationScoped
class AskForClarification {

    record Command(ReviewTaskId task, String question, int answerWithinDays, Actor actor) {

        Command {
            question = question.strip();
        }
    }

    private final HeldTasks held;
    private final CaseTasks tasks;
    private final CaseAdvancement route;
    private final Outbox outbox;
    private final Timeline timeline;
    private final Clock clock;

    AskForClarification(
            HeldTasks held, CaseTasks tasks, CaseAdvancement route, Outbox outbox, Timeline timeline, Clock clock) {
        this.held = held;
        this.tasks = tasks;
        this.route = route;
        this.outbox = outbox;
        this.timeline = timeline;
        this.clock = clock;
    }

    @Transactional
    ActView handle(Command command) {
        var task = held.lockHeldBy(command.task(), command.actor());
        var now = clock.instant();
        route.finish(task, now);
        tasks.drop(task.others(), task.person(), "a clarification was requested", now);

        var asked = task.reviewCase().ask(task.person(), command.question(), command.answerWithinDays(), now);
        timeline.record(task.reviewCase(), ReviewCaseTransition.ASK, task.person(), now);
        outbox.append(asked);
        return task.view();
    }
}
