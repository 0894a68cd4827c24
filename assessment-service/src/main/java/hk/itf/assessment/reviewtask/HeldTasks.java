package hk.itf.assessment.reviewtask;

import hk.itf.assessment.Roles;
import hk.itf.assessment.reviewcase.ReviewCases;
import hk.itf.assessment.scheme.SchemeVersions;
import hk.itf.infra.http.Actor;
import hk.itf.model.DomainException;
import hk.itf.model.id.ReviewTaskId;
import jakarta.enterprise.context.ApplicationScoped;

/** The way to every act: locks the case, then its open tasks, and refuses whoever does not hold the task now. */
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
     * @throws DomainException not found for a task that is unknown, or of which the actor need not know;
     *     {@code task-not-held} for one that the actor does not hold any more
     */
    public HeldTask of(ReviewTaskId id, Actor actor) {
        var held = open(id, actor);
        held.task().requireHeldBy(actor.person(), tasks.leaseNow());
        return held;
    }

    /** Whoever holds it. */
    public HeldTask open(ReviewTaskId id, Actor actor) {
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
