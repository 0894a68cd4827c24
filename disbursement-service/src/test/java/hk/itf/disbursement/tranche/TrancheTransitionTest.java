package hk.itf.disbursement.tranche;

import static hk.itf.disbursement.tranche.TrancheStatus.CANCELLED;
import static hk.itf.disbursement.tranche.TrancheStatus.DUE;
import static hk.itf.disbursement.tranche.TrancheStatus.PAID;
import static hk.itf.disbursement.tranche.TrancheStatus.PREPARED;
import static hk.itf.disbursement.tranche.TrancheStatus.RELEASED;
import static hk.itf.disbursement.tranche.TrancheStatus.SCHEDULED;

import hk.itf.infra.testkit.AgreedLifecycle;
import hk.itf.infra.testkit.LifecyclePage;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TrancheTransitionTest {

    private static final AgreedLifecycle<TrancheStatus, TrancheTransition> AGREED = AgreedLifecycle.of(
                    TrancheStatus.class, TrancheTransition.class)
            .edge(TrancheTransition.BECOME_DUE, Set.of(SCHEDULED), DUE)
            .edge(TrancheTransition.PREPARE, Set.of(DUE), PREPARED)
            .edge(TrancheTransition.RETURN, Set.of(PREPARED), DUE)
            .edge(TrancheTransition.RELEASE, Set.of(PREPARED), RELEASED)
            .edge(TrancheTransition.PAY, Set.of(RELEASED), PAID)
            .edge(TrancheTransition.BOUNCE, Set.of(RELEASED, PAID), DUE)
            .edge(TrancheTransition.SET_OFF, Set.of(DUE), PAID)
            .edge(TrancheTransition.MERGE, Set.of(SCHEDULED, DUE, PREPARED), CANCELLED)
            .edge(TrancheTransition.CANCEL, Set.of(SCHEDULED, DUE), CANCELLED);

    @Test
    void everyStatusMeetsEveryTransition() {
        AGREED.isKept();
    }

    @Test
    void thePageShowsTheLifecycle() {
        LifecyclePage.of("tranche", "A tranche", getClass())
                .lifecycle(List.of(SCHEDULED, CANCELLED), TrancheStatus.class, TrancheTransition.class)
                .sentence("One that is planned without money is cancelled from the start.")
                .sentence(
                        "What is paid in advance of a tranche is a tranche of its own; only it takes MERGE, when the claim is"
                                + " decided and it was not paid. While the bank has to answer on it, the tranche waits.")
                .check();
    }
}
