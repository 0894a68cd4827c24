package hk.itf.assessment.reviewcase;

import static hk.itf.assessment.reviewcase.TaskStatus.DONE;
import static hk.itf.assessment.reviewcase.TaskStatus.HANDED_BACK;
import static hk.itf.assessment.reviewcase.TaskStatus.LAPSED;
import static hk.itf.assessment.reviewcase.TaskStatus.RECUSED;
import static hk.itf.assessment.reviewcase.TaskStatus.TAKEN;
import static hk.itf.assessment.reviewcase.TaskStatus.WAITING;

import hk.itf.model.LifecycleEdge;
import java.util.Set;

/** The whole life of a review task, one row an edge. */
public enum TaskTransition implements LifecycleEdge<TaskStatus> {
    /** Made by the one statement that finds and takes a task; it repeats the from-set of this row. */
    TAKE(Set.of(WAITING), TAKEN),
    FINISH(Set.of(TAKEN), DONE),
    HAND_BACK(Set.of(TAKEN), HANDED_BACK),
    /** Taken away by the secretariat. */
    REASSIGN(Set.of(TAKEN), HANDED_BACK),
    LAPSE(Set.of(TAKEN), LAPSED),
    RECUSE(Set.of(TAKEN), RECUSED),
    /** The case has no use for it any more: withdrawn, decided, or waiting for the applicant. */
    DROP(Set.of(WAITING, TAKEN), HANDED_BACK);

    @SuppressWarnings("ImmutableEnumChecker") // made by Set.of
    private final Set<TaskStatus> from;

    private final TaskStatus to;

    TaskTransition(Set<TaskStatus> from, TaskStatus to) {
        this.from = from;
        this.to = to;
    }

    @Override
    public Set<TaskStatus> from() {
        return from;
    }

    @Override
    public TaskStatus to() {
        return to;
    }

    @Override
    public String thing() {
        return "A review task";
    }
}
