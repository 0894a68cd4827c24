package hk.itf.assessment.queue;

import hk.itf.assessment.AssessmentSettings;
import hk.itf.assessment.reviewtask.HeldTasks;
import hk.itf.assessment.reviewtask.ReviewTasks;
import hk.itf.infra.http.Actor;
import hk.itf.model.id.ReviewTaskId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** A sign of life from whoever holds a task. It stays here: papers are served until the latest end anyway. */
@ApplicationScoped
class ExtendLease {

    record Command(ReviewTaskId task, Actor actor) {}

    private final HeldTasks held;
    private final ReviewTasks tasks;
    private final TaskQueries queries;
    private final AssessmentSettings settings;

    ExtendLease(HeldTasks held, ReviewTasks tasks, TaskQueries queries, AssessmentSettings settings) {
        this.held = held;
        this.tasks = tasks;
        this.queries = queries;
        this.settings = settings;
    }

    @Transactional
    TaskView handle(Command command) {
        held.of(command.task(), command.actor()).task().extend(settings.lease(), tasks.leaseNow());
        return queries.get(command.task(), command.actor());
    }
}
