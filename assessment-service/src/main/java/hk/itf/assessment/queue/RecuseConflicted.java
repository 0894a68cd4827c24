package hk.itf.assessment.queue;

import hk.itf.assessment.conflict.ConflictDeclared;
import hk.itf.assessment.reviewcase.CaseTasks;
import hk.itf.assessment.reviewcase.ReviewCases;
import hk.itf.assessment.reviewcase.ReviewTasks;
import hk.itf.assessment.reviewcase.TaskStatus;
import hk.itf.assessment.reviewcase.TaskTransition;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;

/** A person who declares an interest gives up the tasks in hand on that party's cases; somebody else takes them. */
@ApplicationScoped
class RecuseConflicted {

    private final ReviewCases cases;
    private final ReviewTasks tasks;
    private final CaseTasks caseTasks;

    RecuseConflicted(ReviewCases cases, ReviewTasks tasks, CaseTasks caseTasks) {
        this.cases = cases;
        this.tasks = tasks;
        this.caseTasks = caseTasks;
    }

    void on(@Observes ConflictDeclared declared) {
        for (var id : cases.unclosedWith(declared.organisation())) {
            cases.lock(id);
            tasks.lockOpen(id).stream()
                    .filter(task ->
                            task.status() == TaskStatus.TAKEN && task.holder().equals(Optional.of(declared.person())))
                    .forEach(task -> caseTasks.endAndReplace(
                            task,
                            TaskTransition.RECUSE,
                            declared.person(),
                            "a conflict of interest was declared",
                            declared.at()));
        }
    }
}
