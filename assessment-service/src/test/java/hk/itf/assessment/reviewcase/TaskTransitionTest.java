package hk.itf.assessment.reviewcase;

import static hk.itf.assessment.reviewcase.TaskStatus.DONE;
import static hk.itf.assessment.reviewcase.TaskStatus.HANDED_BACK;
import static hk.itf.assessment.reviewcase.TaskStatus.LAPSED;
import static hk.itf.assessment.reviewcase.TaskStatus.RECUSED;
import static hk.itf.assessment.reviewcase.TaskStatus.TAKEN;
import static hk.itf.assessment.reviewcase.TaskStatus.WAITING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hk.itf.model.DomainException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TaskTransitionTest {

    /** Written out a second time, so that a changed edge is changed on purpose. */
    private static final Map<TaskTransition, Map<TaskStatus, TaskStatus>> EDGES = Map.of(
            TaskTransition.TAKE, Map.of(WAITING, TAKEN),
            TaskTransition.FINISH, Map.of(TAKEN, DONE),
            TaskTransition.HAND_BACK, Map.of(TAKEN, HANDED_BACK),
            TaskTransition.REASSIGN, Map.of(TAKEN, HANDED_BACK),
            TaskTransition.LAPSE, Map.of(TAKEN, LAPSED),
            TaskTransition.RECUSE, Map.of(TAKEN, RECUSED),
            TaskTransition.DROP, Map.of(WAITING, HANDED_BACK, TAKEN, HANDED_BACK));

    @Test
    void everyStatusMeetsEveryTransition() {
        for (var transition : TaskTransition.values()) {
            for (var status : TaskStatus.values()) {
                var to = EDGES.get(transition).get(status);
                assertThat(transition.permits(status)).isEqualTo(to != null);
                if (to != null) {
                    assertThat(transition.apply(status)).isEqualTo(to);
                } else {
                    assertThatThrownBy(() -> transition.apply(status))
                            .isInstanceOfSatisfying(
                                    DomainException.class,
                                    refusal -> assertThat(refusal.slug()).isEqualTo("illegal-transition"));
                }
            }
        }
    }
}
