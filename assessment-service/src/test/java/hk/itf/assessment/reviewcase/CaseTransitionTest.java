package hk.itf.assessment.reviewcase;

import static hk.itf.assessment.reviewcase.CaseStatus.CLARIFYING;
import static hk.itf.assessment.reviewcase.CaseStatus.CLOSED;
import static hk.itf.assessment.reviewcase.CaseStatus.OPEN;

import hk.itf.infra.testkit.AgreedLifecycle;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CaseTransitionTest {

    @Test
    void everyStatusMeetsEveryTransition() {
        AgreedLifecycle.of(CaseStatus.class, CaseTransition.class)
                .edge(CaseTransition.ADVANCE, Set.of(OPEN), OPEN)
                .edge(CaseTransition.RETURN_TO_SCORING, Set.of(OPEN), OPEN)
                .edge(CaseTransition.RECOMMEND, Set.of(OPEN), OPEN)
                .edge(CaseTransition.RETURN_TO_PANEL, Set.of(OPEN), OPEN)
                .edge(CaseTransition.COMPLETE_INFORMATION, Set.of(OPEN), OPEN)
                .edge(CaseTransition.CONFIRM_ELIGIBILITY, Set.of(OPEN), OPEN)
                .edge(CaseTransition.ASK, Set.of(OPEN), CLARIFYING)
                .edge(CaseTransition.RESUME, Set.of(CLARIFYING), OPEN)
                .edge(CaseTransition.CLOSE, Set.of(OPEN), CLOSED)
                .edge(CaseTransition.WITHDRAW, Set.of(OPEN, CLARIFYING), CLOSED)
                .isKeptBy(CaseTransition::permits, CaseTransition::apply);
    }
}
