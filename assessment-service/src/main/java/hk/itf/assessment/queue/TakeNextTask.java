package hk.itf.assessment.queue;

import hk.itf.assessment.reviewcase.ReviewCases;
import hk.itf.assessment.reviewcase.Stage;
import hk.itf.assessment.reviewcase.StageWork;
import hk.itf.assessment.reviewtask.ReviewTask;
import hk.itf.assessment.reviewtask.ReviewTaskTransition;
import hk.itf.assessment.reviewtask.ReviewTasks;
import hk.itf.assessment.scheme.SchemeVersions;
import hk.itf.infra.eventing.Outbox;
import hk.itf.infra.http.Actor;
import hk.itf.infra.timeline.Timeline;
import hk.itf.model.id.ReviewTaskId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Takes the waiting task with the earliest due day that the person may work on, under a lease. */
@ApplicationScoped
class TakeNextTask {

    /** @param stages the stages to choose from; all stages when empty */
    record Command(Actor actor, List<Stage> stages) {

        Command {
            stages = List.copyOf(stages);
        }
    }

    private final ReviewQueue queue;
    private final ReviewTasks tasks;
    private final ReviewCases cases;
    private final SchemeVersions schemes;
    private final TaskQueries queries;
    private final Outbox outbox;
    private final Timeline timeline;
    private final Clock clock;

    TakeNextTask(
            ReviewQueue queue,
            ReviewTasks tasks,
            ReviewCases cases,
            SchemeVersions schemes,
            TaskQueries queries,
            Outbox outbox,
            Timeline timeline,
            Clock clock) {
        this.queue = queue;
        this.tasks = tasks;
        this.cases = cases;
        this.schemes = schemes;
        this.queries = queries;
        this.outbox = outbox;
        this.timeline = timeline;
        this.clock = clock;
    }

    @Transactional
    Optional<TaskView> handle(Command command) {
        queue.lock(command.actor().person());
        return queue.take(command.actor(), command.stages()).map(id -> taken(id, command.actor()));
    }

    private TaskView taken(ReviewTaskId id, Actor actor) {
        ReviewTask task = tasks.withId(id).orElseThrow();
        var reviewCase = cases.withId(task.caseId()).orElseThrow();
        timeline.record(task, ReviewTaskTransition.TAKE, actor.person(), clock.instant());
        outbox.append(task.taken(StageWork.of(reviewCase, schemes.of(reviewCase.scheme()))));
        return queries.get(id, actor);
    }
}
