package hk.itf.disbursement.award;

import static hk.itf.disbursement.award.AwardStatus.AGREED;
import static hk.itf.disbursement.award.AwardStatus.CLOSED;
import static hk.itf.disbursement.award.AwardStatus.COMMITTED;
import static hk.itf.disbursement.award.AwardStatus.TERMINATED;
import static hk.itf.disbursement.award.AwardStatus.VOIDED;
import static hk.itf.disbursement.award.AwardStatus.WAITING;

import hk.itf.infra.testkit.AgreedLifecycle;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AwardTransitionTest {

    @Test
    void everyStatusMeetsEveryTransition() {
        AgreedLifecycle.of(AwardStatus.class, Transition.class)
                .edge(Transition.COMMIT, Set.of(WAITING), COMMITTED)
                .edge(Transition.SET_ASIDE, Set.of(WAITING), WAITING)
                .edge(Transition.REJOIN, Set.of(WAITING), WAITING)
                .edge(Transition.CARRY_OVER, Set.of(WAITING), WAITING)
                .edge(Transition.AGREE, Set.of(COMMITTED), AGREED)
                .edge(Transition.AMEND, Set.of(AGREED), AGREED)
                .edge(Transition.WAIT_FOR_MORE, Set.of(AGREED), AGREED)
                .edge(Transition.TERMINATE, Set.of(AGREED), TERMINATED)
                .edge(Transition.CLOSE, Set.of(AGREED), CLOSED)
                .edge(Transition.REOPEN, Set.of(CLOSED), AGREED)
                .edge(Transition.VOID, Set.of(WAITING, COMMITTED), VOIDED)
                .isKeptBy(Transition::permits, Transition::apply);
    }
}
