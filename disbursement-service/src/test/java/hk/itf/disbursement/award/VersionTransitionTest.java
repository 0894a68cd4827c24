package hk.itf.disbursement.award;

import static hk.itf.disbursement.award.VersionStatus.IN_FORCE;
import static hk.itf.disbursement.award.VersionStatus.SUPERSEDED;
import static hk.itf.disbursement.award.VersionStatus.VOIDED;
import static hk.itf.disbursement.award.VersionStatus.WAITING_FOR_FUNDS;

import hk.itf.infra.testkit.AgreedLifecycle;
import hk.itf.infra.testkit.LifecyclePage;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class VersionTransitionTest {

    private static final AgreedLifecycle<VersionStatus, VersionTransition> AGREED = AgreedLifecycle.of(
                    VersionStatus.class, VersionTransition.class)
            .edge(VersionTransition.TAKE_FORCE, Set.of(WAITING_FOR_FUNDS), IN_FORCE)
            .edge(VersionTransition.SUPERSEDE, Set.of(IN_FORCE), SUPERSEDED)
            .edge(VersionTransition.VOID, Set.of(WAITING_FOR_FUNDS, IN_FORCE), VOIDED);

    @Test
    void everyStatusMeetsEveryTransition() {
        AGREED.isKeptBy(VersionTransition::permits, VersionTransition::apply);
    }

    @Test
    void thePageShowsTheLifecycle() {
        LifecyclePage.of("award-version", "An award version", getClass())
                .lifecycle(
                        List.of(WAITING_FOR_FUNDS, IN_FORCE),
                        VersionStatus.values(),
                        VersionTransition.values(),
                        VersionTransition::permits,
                        VersionTransition::to)
                .sentence(
                        "The first version waits for funds; every later one is in force from the start and supersedes the one before.")
                .check();
    }
}
