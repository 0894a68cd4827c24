package hk.itf.assessment.reviewtask;

import static hk.itf.assessment.reviewtask.ReviewTaskStatus.DONE;
import static hk.itf.assessment.reviewtask.ReviewTaskStatus.HANDED_BACK;
import static hk.itf.assessment.reviewtask.ReviewTaskStatus.LAPSED;
import static hk.itf.assessment.reviewtask.ReviewTaskStatus.RECUSED;
import static hk.itf.assessment.reviewtask.ReviewTaskStatus.TAKEN;
import static hk.itf.assessment.reviewtask.ReviewTaskStatus.WAITING;

import hk.itf.infra.houserules.AgreedLifecycle;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReviewTaskTransitionTest {

    @Test
    void keepsAgreedEdges() {
        AgreedLifecycle.of(ReviewTaskStatus.class, ReviewTaskTransition.class)
                .edge(ReviewTaskTransition.TAKE, Set.of(WAITING), TAKEN)
                .edge(ReviewTaskTransition.FINISH, Set.of(TAKEN), DONE)
                .edge(ReviewTaskTransition.HAND_BACK, Set.of(TAKEN), HANDED_BACK)
                .edge(ReviewTaskTransition.REASSIGN, Set.of(TAKEN), HANDED_BACK)
                .edge(ReviewTaskTransition.LAPSE, Set.of(TAKEN), LAPSED)
                .edge(ReviewTaskTransition.RECUSE, Set.of(TAKEN), RECUSED)
                .edge(ReviewTaskTransition.DROP, Set.of(WAITING, TAKEN), HANDED_BACK)
                .isKept();
    }
}
