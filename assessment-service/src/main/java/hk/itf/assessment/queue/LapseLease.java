package hk.itf.assessment.queue;

import hk.itf.assessment.queue.ReviewQueue.Lease;
import hk.itf.assessment.reviewcase.ReviewCases;
import hk.itf.assessment.reviewtask.CaseTasks;
import hk.itf.assessment.reviewtask.ReviewTaskTransition;
import hk.itf.assessment.reviewtask.ReviewTasks;
import hk.itf.model.id.PersonId;
import hk.itf.model.id.ReviewTaskId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Ends a task whose lease has lapsed and returns the work to the queue. */
@ApplicationScoped
class LapseLease {

    /** The number of tasks in a page. */
    static final int PAGE = 100;

    private final ReviewQueue queue;
    private final ReviewCases cases;
    private final ReviewTasks tasks;
    private final CaseTasks caseTasks;
    private final Clock clock;

    LapseLease(ReviewQueue queue, ReviewCases cases, ReviewTasks tasks, CaseTasks caseTasks, Clock clock) {
        this.queue = queue;
        this.cases = cases;
        this.tasks = tasks;
        this.caseTasks = caseTasks;
        this.clock = clock;
    }

    /** A page of tasks whose lease has ended. */
    @Transactional
    List<Lease> candidates(Optional<Lease> after) {
        return queue.lapsed(after, PAGE);
    }

    /** Checks the lease again under the locks, because the holder may have acted or another replica may have been faster. */
    @Transactional
    void handle(ReviewTaskId id) {
        var caseId = tasks.caseOf(id).orElseThrow();
        cases.lock(caseId);
        var leaseNow = tasks.leaseNow();
        tasks.lockOpen(caseId).stream()
                .filter(task -> task.id().equals(id) && task.hasLapsed(leaseNow))
                .forEach(task -> caseTasks.endAndReplace(
                        task, ReviewTaskTransition.LAPSE, PersonId.SYSTEM, "the lease lapsed", clock.instant()));
    }
}
