package hk.itf.assessment.reviewcase;

import static hk.itf.assessment.reviewcase.ReviewCaseStatus.CLARIFYING;
import static hk.itf.assessment.reviewcase.ReviewCaseStatus.CLOSED;
import static hk.itf.assessment.reviewcase.ReviewCaseStatus.OPEN;

import hk.itf.infra.houserules.AgreedLifecycle;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReviewCaseTransitionTest {

    @Test
    void keepsAgreedEdges() {
        AgreedLifecycle.of(ReviewCaseStatus.class, ReviewCaseTransition.class)
                .edge(ReviewCaseTransition.ADVANCE, Set.of(OPEN), OPEN)
                .edge(ReviewCaseTransition.RETURN_TO_SCORING, Set.of(OPEN), OPEN)
                .edge(ReviewCaseTransition.RECOMMEND, Set.of(OPEN), OPEN)
                .edge(ReviewCaseTransition.RETURN_TO_PANEL, Set.of(OPEN), OPEN)
                .edge(ReviewCaseTransition.COMPLETE_INFORMATION, Set.of(OPEN), OPEN)
                .edge(ReviewCaseTransition.CONFIRM_ELIGIBILITY, Set.of(OPEN), OPEN)
                .edge(ReviewCaseTransition.ASK, Set.of(OPEN), CLARIFYING)
                .edge(ReviewCaseTransition.RESUME, Set.of(CLARIFYING), OPEN)
                .edge(ReviewCaseTransition.CLOSE, Set.of(OPEN), CLOSED)
                .edge(ReviewCaseTransition.WITHDRAW, Set.of(OPEN, CLARIFYING), CLOSED)
                .isKept();
    }
}
