package hk.itf.assessment.queue;

import static hk.itf.assessment.Roles.AUDITOR;
import static hk.itf.assessment.Roles.SECRETARIAT;

import hk.itf.assessment.reviewcase.CaseContent;
import hk.itf.assessment.reviewcase.ReviewCase;
import hk.itf.assessment.reviewcase.ReviewCases;
import hk.itf.assessment.reviewcase.StageWork;
import hk.itf.assessment.reviewtask.ReviewTask;
import hk.itf.assessment.reviewtask.ReviewTaskStatus;
import hk.itf.assessment.reviewtask.ReviewTasks;
import hk.itf.assessment.scheme.SchemeVersions;
import hk.itf.infra.http.Actor;
import hk.itf.model.DomainException;
import hk.itf.model.id.ReviewTaskId;
import hk.itf.model.scheme.Scheme;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.stream.Stream;

/** Reads review tasks for their holder, the secretariat and auditors. To others a task does not exist. */
@ApplicationScoped
class TaskQueries {

    private static final int LONGEST_LIST = 200;
    private static final List<String> ACTS_OF_HOLDER = List.of("clarification", "heartbeat", "hand-back", "recusal");

    private final ReviewTasks tasks;
    private final ReviewCases cases;
    private final SchemeVersions schemes;

    TaskQueries(ReviewTasks tasks, ReviewCases cases, SchemeVersions schemes) {
        this.tasks = tasks;
        this.cases = cases;
        this.schemes = schemes;
    }

    @Transactional
    TaskView get(ReviewTaskId id, Actor actor) {
        var task = tasks.withId(id)
                .filter(each -> oversees(actor) || each.isHeldBy(actor.person(), tasks.leaseNow()))
                .orElseThrow(() -> DomainException.notFound("task"));
        var reviewCase = cases.withId(task.caseId()).orElseThrow();
        return view(task, reviewCase, schemes.of(reviewCase.scheme()));
    }

    /** @param mine true for the tasks that the actor holds; false for all open tasks, for the secretariat and auditors */
    @Transactional
    List<TaskSummaryView> list(boolean mine, Actor actor) {
        if (!mine && !oversees(actor)) {
            throw DomainException.forbidden("forbidden.other-tasks");
        }
        var found = mine ? tasks.heldBy(actor.person(), LONGEST_LIST) : tasks.open(LONGEST_LIST);
        return found.stream().map(TaskQueries::summary).toList();
    }

    private static boolean oversees(Actor actor) {
        return actor.hasRole(SECRETARIAT) || actor.hasRole(AUDITOR);
    }

    private static TaskSummaryView summary(ReviewTask task) {
        return new TaskSummaryView(
                task.id(),
                task.grantId(),
                task.subjectOf().kind(),
                task.stage(),
                task.status(),
                task.holder().orElse(null),
                task.reservedFor().orElse(null),
                task.reservedUntil().orElse(null),
                task.dueOn(),
                task.leaseUntil().orElse(null));
    }

    private static TaskView view(ReviewTask task, ReviewCase reviewCase, Scheme scheme) {
        var work = StageWork.of(task.stage(), reviewCase, scheme);
        return new TaskView(
                task.id(),
                task.grantId(),
                task.caseId(),
                reviewCase.reference(),
                task.subjectOf(),
                task.stage(),
                task.round(),
                task.status(),
                task.holder().orElse(null),
                task.dueOn(),
                task.leaseUntil().orElse(null),
                task.leaseEndsAtLatest().orElse(null),
                task.status() == ReviewTaskStatus.TAKEN
                        ? Stream.concat(task.stage().act().stream(), ACTS_OF_HOLDER.stream())
                                .toList()
                        : List.of(),
                work.blind(),
                "/applications/" + task.grantId() + "/papers",
                CaseContent.of(task.stage(), reviewCase, scheme),
                task.version());
    }
}
