package hk.itf.assessment.queue;

import hk.itf.assessment.reviewtask.ActView;
import hk.itf.assessment.reviewtask.CaseTasks;
import hk.itf.assessment.reviewtask.HeldTasks;
import hk.itf.assessment.reviewtask.ReviewTaskTransition;
import hk.itf.infra.http.Actor;
import hk.itf.model.id.ReviewTaskId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;

/** Hands a held task back. The work returns to the queue for everybody, the same person included. */
@ApplicationScoped
class HandBackTask {

    record Command(ReviewTaskId task, String reason, Actor actor) {

        Command {
            reason = reason.strip();
        }
    }

    private final HeldTasks held;
    private final CaseTasks tasks;
    private final Clock clock;

    HandBackTask(HeldTasks held, CaseTasks tasks, Clock clock) {
        this.held = held;
        this.tasks = tasks;
        this.clock = clock;
    }

    @Transactional
    ActView handle(Command command) {
        var task = held.lockHeldBy(command.task(), command.actor());
        tasks.endAndReplace(
                task.task(), ReviewTaskTransition.HAND_BACK, task.person(), command.reason(), clock.instant());
        return task.view();
    }
}
