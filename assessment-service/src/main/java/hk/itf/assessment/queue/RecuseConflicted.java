package hk.itf.assessment.queue;

import hk.itf.assessment.conflict.InterestInGrantDeclared;
import hk.itf.assessment.conflict.InterestInPartyDeclared;
import hk.itf.assessment.reviewcase.ReviewCases;
import hk.itf.assessment.reviewtask.CaseTasks;
import hk.itf.assessment.reviewtask.ReviewTaskTransition;
import hk.itf.assessment.reviewtask.ReviewTasks;
import hk.itf.model.id.PersonId;
import hk.itf.model.id.ReviewCaseId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.util.Optional;

/** Recuses a person who declares an interest from the tasks they hold. The work returns to the queue for others. */
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

    void on(@Observes InterestInPartyDeclared declared) {
        cases.unclosedWith(declared.organisation()).forEach(id -> recuse(declared.person(), id, declared.at()));
    }

    void on(@Observes InterestInGrantDeclared declared) {
        cases.unclosedOf(declared.grant()).forEach(id -> recuse(declared.person(), id, declared.at()));
    }

    private void recuse(PersonId person, ReviewCaseId id, Instant at) {
        cases.lock(id);
        tasks.lockOpen(id).stream()
                .filter(task -> task.permits(ReviewTaskTransition.RECUSE)
                        && task.holder().equals(Optional.of(person)))
                .forEach(task -> caseTasks.endAndReplace(
                        task, ReviewTaskTransition.RECUSE, person, "a conflict of interest was declared", at));
    }
}
