package hk.itf.assessment.reviewcase;

import static hk.itf.assessment.reviewcase.ReviewCaseStatus.CLARIFYING;
import static hk.itf.assessment.reviewcase.ReviewCaseStatus.CLOSED;
import static hk.itf.assessment.reviewcase.ReviewCaseStatus.OPEN;

import hk.itf.model.Edge;
import hk.itf.model.Transition;

/** The lifecycle of a review case. */
public enum ReviewCaseTransition implements Transition<ReviewCaseStatus> {
    /** Moves the case to the next stage of its route. */
    ADVANCE(Edge.from(OPEN).to(OPEN)),
    /** A score was voided. The case needs a replacement. */
    RETURN_TO_SCORING(Edge.from(OPEN).to(OPEN)),
    /** The panel gave its advice. */
    RECOMMEND(Edge.from(OPEN).to(OPEN)),
    /** A vote was voided. The panel must vote again. */
    RETURN_TO_PANEL(Edge.from(OPEN).to(OPEN)),
    /** The secretariat confirms that the information is complete. */
    COMPLETE_INFORMATION(Edge.from(OPEN).to(OPEN)),
    /** A person confirms or overrides an eligibility outcome. */
    CONFIRM_ELIGIBILITY(Edge.from(OPEN).to(OPEN)),
    ASK(Edge.from(OPEN).to(CLARIFYING)),
    RESUME(Edge.from(CLARIFYING).to(OPEN)),
    CLOSE(Edge.from(OPEN).to(CLOSED)),
    WITHDRAW(Edge.from(OPEN, CLARIFYING).to(CLOSED));

    private final Edge<ReviewCaseStatus> edge;

    ReviewCaseTransition(Edge<ReviewCaseStatus> edge) {
        this.edge = edge;
    }

    @Override
    public Edge<ReviewCaseStatus> edge() {
        return edge;
    }
}
