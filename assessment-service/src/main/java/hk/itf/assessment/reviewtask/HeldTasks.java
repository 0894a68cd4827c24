package hk.itf.assessment.reviewtask;

import hk.itf.assessment.Roles;
import hk.itf.assessment.reviewcase.ReviewCases;
import hk.itf.assessment.scheme.SchemeVersions;
import hk.itf.infra.http.Actor;
import hk.itf.model.DomainException;
import hk.itf.model.id.ReviewTaskId;
import jakarta.enterprise.context.ApplicationScoped;

/** Finds the task that an act is about. Locks the case, then its open tasks, and refuses a person who does not hold the task. */
@ApplicationScoped
public class HeldTasks {

    private final ReviewCases cases;
    private final ReviewTasks tasks;
    private final SchemeVersions schemes;

    HeldTasks(ReviewCases cases, ReviewTasks tasks, SchemeVersions schemes) {
        this.cases = cases;
        this.tasks = tasks;
        this.schemes = schemes;
    }

    /**
     * Locks a task that the actor holds.
     *
     * @throws DomainException {@code not-found} for an unknown task and for a task that the actor may not see; {@code
     *     task-not-held} for a task that the actor no longer holds
     */
    public HeldTask lockHeldBy(ReviewTaskId id, Actor actor) {
        var held = lockOpen(id, actor);
        held.task().requireHeldBy(actor.person(), tasks.leaseNow());
        return held;
    }

    /** Locks an open task, held by anybody or waiting. */
    public HeldTask lockOpen(ReviewTaskId id, Actor actor) {
        var known = actor.hasRole(Roles.SECRETARIAT) ? tasks.caseOf(id) : tasks.caseOf(id, actor.person());
        var caseId = known.orElseThrow(() -> DomainException.notFound("task"));
        var reviewCase = cases.lock(caseId);
        var open = tasks.lockOpen(caseId);
        var task =
                open.stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow(ReviewTask::notHeld);
        return new HeldTask(
                reviewCase,
                task,
                open.stream().filter(each -> !each.id().equals(id)).toList(),
                schemes.of(reviewCase.scheme()),
                actor);
    }
}
