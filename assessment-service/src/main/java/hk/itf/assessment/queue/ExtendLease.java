package hk.itf.assessment.queue;

import hk.itf.assessment.AssessmentSettings;
import hk.itf.assessment.reviewtask.HeldTasks;
import hk.itf.assessment.reviewtask.ReviewTasks;
import hk.itf.infra.http.Actor;
import hk.itf.model.id.ReviewTaskId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** Extends the lease of a held task. No event is sent, because papers are served until the latest end of the lease. */
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
        held.lockHeldBy(command.task(), command.actor()).task().extend(settings.lease(), tasks.leaseNow());
        return queries.get(command.task(), command.actor());
    }
}
