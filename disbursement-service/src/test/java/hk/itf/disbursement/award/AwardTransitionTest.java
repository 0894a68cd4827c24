package hk.itf.disbursement.award;

import static hk.itf.disbursement.award.AwardStatus.AGREED;
import static hk.itf.disbursement.award.AwardStatus.CLOSED;
import static hk.itf.disbursement.award.AwardStatus.COMMITTED;
import static hk.itf.disbursement.award.AwardStatus.TERMINATED;
import static hk.itf.disbursement.award.AwardStatus.VOIDED;
import static hk.itf.disbursement.award.AwardStatus.WAITING;

import hk.itf.infra.houserules.AgreedLifecycle;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AwardTransitionTest {

    @Test
    void permitsExactlyAgreedTransitions() {
        AgreedLifecycle.of(AwardStatus.class, AwardTransition.class)
                .edge(AwardTransition.COMMIT, Set.of(WAITING), COMMITTED)
                .edge(AwardTransition.SET_ASIDE, Set.of(WAITING), WAITING)
                .edge(AwardTransition.REJOIN, Set.of(WAITING), WAITING)
                .edge(AwardTransition.CARRY_OVER, Set.of(WAITING), WAITING)
                .edge(AwardTransition.AGREE, Set.of(COMMITTED), AGREED)
                .edge(AwardTransition.AMEND, Set.of(AGREED), AGREED)
                .edge(AwardTransition.WAIT_FOR_MORE, Set.of(AGREED), AGREED)
                .edge(AwardTransition.TERMINATE, Set.of(AGREED), TERMINATED)
                .edge(AwardTransition.CLOSE, Set.of(AGREED), CLOSED)
                .edge(AwardTransition.REOPEN, Set.of(CLOSED), AGREED)
                .edge(AwardTransition.VOID, Set.of(WAITING, COMMITTED), VOIDED)
                .isKept();
    }
}
