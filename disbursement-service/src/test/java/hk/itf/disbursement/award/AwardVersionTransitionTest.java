package hk.itf.disbursement.award;

import static hk.itf.disbursement.award.AwardVersionStatus.IN_FORCE;
import static hk.itf.disbursement.award.AwardVersionStatus.SUPERSEDED;
import static hk.itf.disbursement.award.AwardVersionStatus.VOIDED;
import static hk.itf.disbursement.award.AwardVersionStatus.WAITING_FOR_FUNDS;

import hk.itf.infra.houserules.AgreedLifecycle;
import hk.itf.infra.houserules.LifecyclePage;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AwardVersionTransitionTest {

    private static final AgreedLifecycle<AwardVersionStatus, AwardVersionTransition> AGREED = AgreedLifecycle.of(
                    AwardVersionStatus.class, AwardVersionTransition.class)
            .edge(AwardVersionTransition.TAKE_FORCE, Set.of(WAITING_FOR_FUNDS), IN_FORCE)
            .edge(AwardVersionTransition.SUPERSEDE, Set.of(IN_FORCE), SUPERSEDED)
            .edge(AwardVersionTransition.VOID, Set.of(WAITING_FOR_FUNDS, IN_FORCE), VOIDED);

    @Test
    void permitsExactlyAgreedTransitions() {
        AGREED.isKept();
    }

    @Test
    void lifecyclePageIsUpToDate() {
        LifecyclePage.of("award-version", "An award version", getClass())
                .lifecycle(List.of(WAITING_FOR_FUNDS, IN_FORCE), AwardVersionStatus.class, AwardVersionTransition.class)
                .sentence("The first version and a version with a higher amount wait for funds. A version with a "
                        + "lower amount is in force from the start. Each supersedes the version before.")
                .check();
    }
}
