package hk.itf.assessment.reviewcase;

import static hk.itf.assessment.reviewcase.TaskStatus.DONE;
import static hk.itf.assessment.reviewcase.TaskStatus.HANDED_BACK;
import static hk.itf.assessment.reviewcase.TaskStatus.LAPSED;
import static hk.itf.assessment.reviewcase.TaskStatus.RECUSED;
import static hk.itf.assessment.reviewcase.TaskStatus.TAKEN;
import static hk.itf.assessment.reviewcase.TaskStatus.WAITING;

import hk.itf.infra.testkit.AgreedLifecycle;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TaskTransitionTest {

    @Test
    void everyStatusMeetsEveryTransition() {
        AgreedLifecycle.of(TaskStatus.class, TaskTransition.class)
                .edge(TaskTransition.TAKE, Set.of(WAITING), TAKEN)
                .edge(TaskTransition.FINISH, Set.of(TAKEN), DONE)
                .edge(TaskTransition.HAND_BACK, Set.of(TAKEN), HANDED_BACK)
                .edge(TaskTransition.REASSIGN, Set.of(TAKEN), HANDED_BACK)
                .edge(TaskTransition.LAPSE, Set.of(TAKEN), LAPSED)
                .edge(TaskTransition.RECUSE, Set.of(TAKEN), RECUSED)
                .edge(TaskTransition.DROP, Set.of(WAITING, TAKEN), HANDED_BACK)
                .isKeptBy(TaskTransition::permits, TaskTransition::apply);
    }
}
