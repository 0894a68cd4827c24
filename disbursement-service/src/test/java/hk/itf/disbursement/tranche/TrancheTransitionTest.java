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

    private static final AgreedLifecycle<TrancheStatus, Transition> AGREED = AgreedLifecycle.of(
                    TrancheStatus.class, Transition.class)
            .edge(Transition.BECOME_DUE, Set.of(SCHEDULED), DUE)
            .edge(Transition.PREPARE, Set.of(DUE), PREPARED)
            .edge(Transition.RETURN, Set.of(PREPARED), DUE)
            .edge(Transition.RELEASE, Set.of(PREPARED), RELEASED)
            .edge(Transition.PAY, Set.of(RELEASED), PAID)
            .edge(Transition.BOUNCE, Set.of(RELEASED, PAID), DUE)
            .edge(Transition.SET_OFF, Set.of(DUE), PAID)
            .edge(Transition.MERGE, Set.of(SCHEDULED, DUE, PREPARED), CANCELLED)
            .edge(Transition.CANCEL, Set.of(SCHEDULED, DUE), CANCELLED);

    @Test
    void everyStatusMeetsEveryTransition() {
        AGREED.isKeptBy(Transition::permits, Transition::apply);
    }

    @Test
    void thePageShowsTheLifecycle() {
        LifecyclePage.of("tranche", "A tranche", getClass())
                .lifecycle(
                        List.of(SCHEDULED, CANCELLED),
                        TrancheStatus.values(),
                        Transition.values(),
                        Transition::permits,
                        Transition::to)
                .sentence("One that is planned without money is cancelled from the start.")
                .sentence(
                        "What is paid in advance of a tranche is a tranche of its own; only it takes MERGE, when the claim is"
                                + " decided and it was not paid. While the bank has to answer on it, the tranche waits.")
                .check();
    }
}
