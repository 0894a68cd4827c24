package hk.itf.assessment.reviewcase;

import static hk.itf.assessment.reviewcase.CaseStatus.CLARIFYING;
import static hk.itf.assessment.reviewcase.CaseStatus.CLOSED;
import static hk.itf.assessment.reviewcase.CaseStatus.OPEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hk.itf.model.DomainException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CaseTransitionTest {

    /** Written out a second time, so that a changed edge is changed on purpose. */
    private static final Map<CaseTransition, Map<CaseStatus, CaseStatus>> EDGES = Map.of(
            CaseTransition.ADVANCE, Map.of(OPEN, OPEN),
            CaseTransition.RETURN_TO_SCORING, Map.of(OPEN, OPEN),
            CaseTransition.COMPLETE_INFORMATION, Map.of(OPEN, OPEN),
            CaseTransition.CONFIRM_ELIGIBILITY, Map.of(OPEN, OPEN),
            CaseTransition.ASK, Map.of(OPEN, CLARIFYING),
            CaseTransition.RESUME, Map.of(CLARIFYING, OPEN),
            CaseTransition.CLOSE, Map.of(OPEN, CLOSED),
            CaseTransition.WITHDRAW, Map.of(OPEN, CLOSED, CLARIFYING, CLOSED));

    @Test
    void everyStatusMeetsEveryTransition() {
        for (var transition : CaseTransition.values()) {
            for (var status : CaseStatus.values()) {
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
