package hk.itf.assessment.caseroute;

import hk.itf.assessment.reviewcase.CaseOutcome;
import hk.itf.assessment.reviewcase.ReviewCase;
import hk.itf.assessment.reviewcase.ReviewCaseTransition;
import hk.itf.assessment.reviewcase.Stage;
import hk.itf.assessment.reviewcase.StageWork;
import hk.itf.assessment.reviewcase.VettingRoute;
import hk.itf.assessment.reviewtask.CaseTasks;
import hk.itf.assessment.reviewtask.HeldTask;
import hk.itf.assessment.reviewtask.ReviewTaskTransition;
import hk.itf.infra.eventing.Outbox;
import hk.itf.infra.timeline.Timeline;
import hk.itf.model.event.AssessmentEvent;
import hk.itf.model.id.PersonId;
import hk.itf.model.scheme.Scheme;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.function.ToIntFunction;

/** Advances a case along its vetting route and closes the case: finishes the current task and adds the next tasks to the queue. */
@ApplicationScoped
public class CaseAdvancement {

    private final CaseTasks tasks;
    private final Outbox outbox;
    private final Timeline timeline;

    CaseAdvancement(CaseTasks tasks, Outbox outbox, Timeline timeline) {
        this.tasks = tasks;
        this.outbox = outbox;
        this.timeline = timeline;
    }

    /** Finishes the task. The case stays at its stage. */
    public void finish(HeldTask held, Instant now) {
        tasks.end(held.task(), ReviewTaskTransition.FINISH, held.person(), "", now);
    }

    /** Advances the case to the next stage, where all work is still to be done. */
    public void advance(HeldTask held, Instant now) {
        advance(held.reviewCase(), held.scheme(), held.person(), stage -> 0, now);
    }

    /**
     * Advances the case to the next stage that still has work. A stage is skipped when enough people did its work before
     * the case was sent back. The last stage (a decision or a claim vetting) is never done in advance.
     *
     * @param done the number of people whose work for a stage is done and remains valid
     */
    public void advance(ReviewCase reviewCase, Scheme scheme, PersonId actor, ToIntFunction<Stage> done, Instant now) {
        var stages = VettingRoute.of(reviewCase, scheme);
        int people;
        int missing;
        do {
            reviewCase.advance(stages.after(reviewCase.stage())
                    .orElseThrow(() -> new IllegalStateException(reviewCase + " has no further stage")));
            timeline.record(reviewCase, ReviewCaseTransition.ADVANCE, actor, now);
            people = StageWork.of(reviewCase, scheme).people();
            missing = people - done.applyAsInt(reviewCase.stage());
        } while (people > 0 && missing <= 0);
        tasks.put(reviewCase, scheme, missing, now);
    }

    /** Finishes the task, ends the other open tasks of the case, closes the case and publishes the decision events. */
    public void close(HeldTask held, CaseOutcome outcome, String letter, Instant now, AssessmentEvent... decided) {
        finish(held, now);
        tasks.drop(held.others(), held.person(), "the case is closed", now);
        held.reviewCase().close(outcome, letter, now);
        timeline.record(held.reviewCase(), ReviewCaseTransition.CLOSE, held.person(), now);
        for (var event : decided) {
            outbox.append(event);
        }
    }
}
