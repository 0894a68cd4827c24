package hk.itf.assessment.queue;

import hk.itf.assessment.reviewcase.ActView;
import hk.itf.assessment.reviewcase.CaseTasks;
import hk.itf.assessment.reviewcase.HeldTasks;
import hk.itf.assessment.reviewcase.TaskTransition;
import hk.itf.infra.http.Actor;
import hk.itf.model.id.ReviewTaskId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;

/** The secretariat takes a task away from whoever holds it and puts the work back on the queue. */
@ApplicationScoped
class ReassignTask {

    record Command(ReviewTaskId task, String reason, Actor actor) {

        Command {
            reason = reason.strip();
        }
    }

    private final HeldTasks held;
    private final CaseTasks tasks;
    private final Clock clock;

    ReassignTask(HeldTasks held, CaseTasks tasks, Clock clock) {
        this.held = held;
        this.tasks = tasks;
        this.clock = clock;
    }

    @Transactional
    ActView handle(Command command) {
        var task = held.open(command.task(), command.actor());
        tasks.endAndReplace(task.task(), TaskTransition.REASSIGN, task.person(), command.reason(), clock.instant());
        return task.view();
    }
}
