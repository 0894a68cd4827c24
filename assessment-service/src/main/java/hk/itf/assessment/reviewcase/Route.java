package hk.itf.assessment.reviewcase;

import hk.itf.infra.eventing.Outbox;
import hk.itf.model.event.AssessmentEvent;
import hk.itf.model.scheme.Scheme;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;

/** Moves a case along the stages of its scheme: each step finishes the task at hand and puts the next work on the queue. */
@ApplicationScoped
public class Route {

    private final CaseTasks tasks;
    private final Outbox outbox;
    private final Journal journal;

    Route(CaseTasks tasks, Outbox outbox, Journal journal) {
        this.tasks = tasks;
        this.outbox = outbox;
        this.journal = journal;
    }

    /** The task is done; the stage may wait for others. */
    public void finish(HeldTask held, Instant now) {
        tasks.end(held.task(), TaskTransition.FINISH, held.person(), "", now);
    }

    /** On to the stage after this one; a scheme's route ends with a decision, so there is one. */
    public void advance(HeldTask held, Instant now) {
        var reviewCase = held.reviewCase();
        reviewCase.advance(next(held.scheme(), reviewCase.stage())
                .orElseThrow(() -> new IllegalStateException(reviewCase + " has no further stage")));
        journal.record(reviewCase, CaseTransition.ADVANCE, held.person(), now);
        tasks.putAll(reviewCase, held.scheme(), now);
    }

    /** The end of the case; what else was open of it ends too. */
    public void close(HeldTask held, CaseOutcome outcome, String letter, AssessmentEvent decided, Instant now) {
        finish(held, now);
        tasks.drop(held.others(), held.person(), "the case is closed", now);
        held.reviewCase().close(outcome, letter, now);
        journal.record(held.reviewCase(), CaseTransition.CLOSE, held.person(), now);
        outbox.append(decided);
    }

    static Optional<Stage> next(Scheme scheme, Stage current) {
        var stages = scheme.vetting().stream().map(Stage::of).toList();
        var after = stages.indexOf(current) + 1;
        return after > 0 && after < stages.size() ? Optional.of(stages.get(after)) : Optional.empty();
    }

    static Stage first(Scheme scheme) {
        return Stage.of(scheme.vetting().getFirst());
    }
}
