package hk.itf.assessment.queue;

import hk.itf.assessment.conflict.DeclareConflictOfInterest;
import hk.itf.assessment.reviewtask.ActView;
import hk.itf.assessment.reviewtask.CaseTasks;
import hk.itf.assessment.reviewtask.HeldTasks;
import hk.itf.assessment.reviewtask.ReviewTaskTransition;
import hk.itf.infra.http.Actor;
import hk.itf.model.id.OrganisationId;
import hk.itf.model.id.ReviewTaskId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** Recuses the holder of a task from the case for good. The holder may name the organisation of the interest. */
@ApplicationScoped
class RecuseFromTask {

    /** @param organisation the organisation of the interest; null when unknown, as in a blind stage */
    record Command(
            ReviewTaskId task, String reason, @Nullable OrganisationId organisation, Actor actor) {

        Command {
            reason = reason.strip();
        }
    }

    private final HeldTasks held;
    private final CaseTasks tasks;
    private final DeclareConflictOfInterest declare;
    private final Clock clock;

    RecuseFromTask(HeldTasks held, CaseTasks tasks, DeclareConflictOfInterest declare, Clock clock) {
        this.held = held;
        this.tasks = tasks;
        this.declare = declare;
        this.clock = clock;
    }

    @Transactional
    ActView handle(Command command) {
        var task = held.lockHeldBy(command.task(), command.actor());
        tasks.endAndReplace(task.task(), ReviewTaskTransition.RECUSE, task.person(), command.reason(), clock.instant());
        if (command.organisation() != null) {
            declare.handle(
                    new DeclareConflictOfInterest.Command(task.person(), command.organisation(), command.reason()));
        }
        return task.view();
    }
}
