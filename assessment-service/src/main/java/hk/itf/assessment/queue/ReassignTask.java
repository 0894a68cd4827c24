package hk.itf.assessment.queue;

import hk.itf.assessment.AssessmentSettings;
import hk.itf.assessment.reviewtask.ActView;
import hk.itf.assessment.reviewtask.CaseTasks;
import hk.itf.assessment.reviewtask.HeldTask;
import hk.itf.assessment.reviewtask.HeldTasks;
import hk.itf.assessment.reviewtask.ReviewTask;
import hk.itf.assessment.reviewtask.ReviewTaskTransition;
import hk.itf.assessment.reviewtask.ReviewTasks;
import hk.itf.infra.http.Actor;
import hk.itf.model.DomainException;
import hk.itf.model.Violation;
import hk.itf.model.id.PersonId;
import hk.itf.model.id.ReviewTaskId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Ends a task in the hands of its holder and returns the work to the queue, for everybody or reserved for one person. The
 * person still takes the task from the queue under all rules; nobody is made to hold a task.
 */
@ApplicationScoped
class ReassignTask {

    /** @param to the person for whom the work is reserved; null for everybody */
    record Command(
            ReviewTaskId task, String reason, @Nullable PersonId to, Actor actor) {

        Command {
            reason = reason.strip();
        }
    }

    private final HeldTasks held;
    private final CaseTasks caseTasks;
    private final ReviewTasks tasks;
    private final ReviewQueue queue;
    private final AssessmentSettings settings;
    private final Clock clock;

    ReassignTask(
            HeldTasks held,
            CaseTasks caseTasks,
            ReviewTasks tasks,
            ReviewQueue queue,
            AssessmentSettings settings,
            Clock clock) {
        this.held = held;
        this.caseTasks = caseTasks;
        this.tasks = tasks;
        this.queue = queue;
        this.settings = settings;
        this.clock = clock;
    }

    @Transactional
    ActView handle(Command command) {
        var task = held.lockOpen(command.task(), command.actor());
        var replacement = caseTasks.endAndReplace(
                task.task(), ReviewTaskTransition.REASSIGN, task.person(), command.reason(), clock.instant());
        if (command.to() != null) {
            reserve(replacement, command.to(), task);
        }
        return task.view();
    }

    private void reserve(ReviewTask replacement, PersonId to, HeldTask from) {
        if (from.task().holder().equals(Optional.of(to)) || !queue.mayJudge(to, replacement.id())) {
            throw DomainException.broken("not-theirs-to-judge", List.of(Violation.of("/to", "not-theirs-to-judge")));
        }
        replacement.reserve(to, tasks.leaseNow().plus(settings.reservation()));
    }
}
