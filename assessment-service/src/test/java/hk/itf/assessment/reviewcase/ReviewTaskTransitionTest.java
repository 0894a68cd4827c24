package hk.itf.assessment.reviewcase;

import static hk.itf.assessment.reviewcase.ReviewTaskStatus.DONE;
import static hk.itf.assessment.reviewcase.ReviewTaskStatus.HANDED_BACK;
import static hk.itf.assessment.reviewcase.ReviewTaskStatus.LAPSED;
import static hk.itf.assessment.reviewcase.ReviewTaskStatus.RECUSED;
import static hk.itf.assessment.reviewcase.ReviewTaskStatus.TAKEN;
import static hk.itf.assessment.reviewcase.ReviewTaskStatus.WAITING;

import hk.itf.infra.testkit.AgreedLifecycle;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReviewTaskTransitionTest {

    @Test
    void everyStatusMeetsEveryTransition() {
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
