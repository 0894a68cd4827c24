package hk.itf.assessment.reviewtask;

import hk.itf.assessment.reviewcase.ReviewCase;
import hk.itf.assessment.reviewcase.StageWork;
import hk.itf.infra.clock.HongKong;
import hk.itf.infra.eventing.Outbox;
import hk.itf.infra.timeline.Timeline;
import hk.itf.model.id.PersonId;
import hk.itf.model.id.ReviewTaskId;
import hk.itf.model.scheme.Scheme;
import hk.itf.model.scheme.question.Answers;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Adds the tasks of a case to the queue and ends them. The caller runs a transaction and holds the lock of the case. */
@ApplicationScoped
public class CaseTasks {

    private final ReviewTasks tasks;
    private final Outbox outbox;
    private final Timeline timeline;

    CaseTasks(ReviewTasks tasks, Outbox outbox, Timeline timeline) {
        this.tasks = tasks;
        this.outbox = outbox;
        this.timeline = timeline;
    }

    /** Adds all tasks that the current stage of the case needs. */
    public void putAll(ReviewCase reviewCase, Scheme scheme, Instant now) {
        put(reviewCase, scheme, StageWork.of(reviewCase, scheme).people(), now);
    }

    public void put(ReviewCase reviewCase, Scheme scheme, int people, Instant now) {
        var work = StageWork.of(reviewCase, scheme);
        var due = dueOn(reviewCase, scheme, now);
        for (var i = 0; i < people; i++) {
            tasks.add(ReviewTask.waiting(ReviewTaskId.next(), reviewCase, work, due));
        }
    }

    /** Ends a task. The work is not queued again. */
    public void end(ReviewTask task, ReviewTaskTransition transition, PersonId actor, String reason, Instant now) {
        var ended = task.end(transition, actor, reason, now);
        timeline.record(task, transition, actor, now);
        ended.ifPresent(outbox::append);
    }

    /** Ends a task and queues the same work as a new task. */
    public ReviewTask endAndReplace(
            ReviewTask task, ReviewTaskTransition transition, PersonId actor, String reason, Instant now) {
        end(task, transition, actor, reason, now);
        var replacement = task.replacement(ReviewTaskId.next());
        tasks.add(replacement);
        return replacement;
    }

    /** Ends open tasks whose work is no longer needed. */
    public void drop(List<ReviewTask> open, PersonId actor, String reason, Instant now) {
        open.forEach(task -> end(task, ReviewTaskTransition.DROP, actor, reason, now));
    }

    private static LocalDate dueOn(ReviewCase reviewCase, Scheme scheme, Instant now) {
        return reviewCase
                .pledgedBy()
                .orElseGet(() -> HongKong.plusWorkingDays(
                        HongKong.dayOf(now),
                        switch (reviewCase.subjectOf().kind()) {
                            case APPLICATION ->
                                scheme.pledge().daysFor(reviewCase.filing().assessed());
                            case CLAIM ->
                                scheme.claims()
                                        .vetting(reviewCase.claimFiling().kind())
                                        .workingDays();
                            // No pledge covers amendments; the longest pledge gives them a place in the queue.
                            case AMENDMENT -> scheme.pledge().daysFor(Answers.NONE);
                        }));
    }
}
