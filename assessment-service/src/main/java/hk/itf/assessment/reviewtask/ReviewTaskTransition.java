package hk.itf.assessment.reviewtask;

import static hk.itf.assessment.reviewtask.ReviewTaskStatus.DONE;
import static hk.itf.assessment.reviewtask.ReviewTaskStatus.HANDED_BACK;
import static hk.itf.assessment.reviewtask.ReviewTaskStatus.LAPSED;
import static hk.itf.assessment.reviewtask.ReviewTaskStatus.RECUSED;
import static hk.itf.assessment.reviewtask.ReviewTaskStatus.TAKEN;
import static hk.itf.assessment.reviewtask.ReviewTaskStatus.WAITING;

import hk.itf.model.Edge;
import hk.itf.model.Transition;

/** The lifecycle of a review task. */
public enum ReviewTaskTransition implements Transition<ReviewTaskStatus> {
    /** Executed in SQL, by the statement of the queue that finds and takes a task. */
    TAKE(Edge.from(WAITING).to(TAKEN)),
    FINISH(Edge.from(TAKEN).to(DONE)),
    HAND_BACK(Edge.from(TAKEN).to(HANDED_BACK)),
    /** The secretariat takes the task away from its holder. */
    REASSIGN(Edge.from(TAKEN).to(HANDED_BACK)),
    LAPSE(Edge.from(TAKEN).to(LAPSED)),
    RECUSE(Edge.from(TAKEN).to(RECUSED)),
    /** The case needs no work now: it was withdrawn, was decided or waits for the applicant. */
    DROP(Edge.from(WAITING, TAKEN).to(HANDED_BACK));

    private final Edge<ReviewTaskStatus> edge;

    ReviewTaskTransition(Edge<ReviewTaskStatus> edge) {
        this.edge = edge;
    }

    @Override
    public Edge<ReviewTaskStatus> edge() {
        return edge;
    }
}
