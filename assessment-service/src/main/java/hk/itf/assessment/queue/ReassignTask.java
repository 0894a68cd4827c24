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
 * The secretariat takes a task away from whoever holds it and puts the work back on the queue: for anybody, or for one
 * person, who is given it before all else and for a while alone. Nobody is made to hold a task: a person takes it, under
 * all rules, by asking what is next.
 */
@ApplicationScoped
class ReassignTask {

    /** @param to null for whoever asks next */
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
        var task = held.open(command.task(), command.actor());
        var fresh = caseTasks.endAndReplace(
                task.task(), ReviewTaskTransition.REASSIGN, task.person(), command.reason(), clock.instant());
        if (command.to() != null) {
            reserve(fresh, command.to(), task);
        }
        return task.view();
    }

    private void reserve(ReviewTask fresh, PersonId to, HeldTask from) {
        if (from.task().holder().equals(Optional.of(to)) || !queue.mayJudge(to, fresh.id())) {
            throw DomainException.broken(
                    "not-theirs-to-judge",
                    "This work cannot go to this person.",
                    List.of(
                            new Violation(
                                    "/to",
                                    "not-theirs-to-judge",
                                    "They held it, have an interest in the grant, another duty of it, or a part in this case.")));
        }
        fresh.reserve(to, tasks.leaseNow().plus(settings.reservation()));
    }
}
