package hk.itf.disbursement.tranche;

import static hk.itf.disbursement.tranche.TrancheStatus.CANCELLED;
import static hk.itf.disbursement.tranche.TrancheStatus.DUE;
import static hk.itf.disbursement.tranche.TrancheStatus.PAID;
import static hk.itf.disbursement.tranche.TrancheStatus.PREPARED;
import static hk.itf.disbursement.tranche.TrancheStatus.RELEASED;
import static hk.itf.disbursement.tranche.TrancheStatus.SCHEDULED;

import hk.itf.infra.houserules.AgreedLifecycle;
import hk.itf.infra.houserules.LifecyclePage;
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
    void permitsExactlyAgreedTransitions() {
        AGREED.isKept();
    }

    @Test
    void lifecyclePageIsUpToDate() {
        LifecyclePage.of("tranche", "A tranche", getClass())
                .lifecycle(List.of(SCHEDULED, CANCELLED), TrancheStatus.class, TrancheTransition.class)
                .sentence("A tranche planned with 0.00 is cancelled from the start.")
                .sentence(
                        "An advance is a tranche of its own, and only an advance takes MERGE. An unreleased advance is merged back when"
                                + " its tranche is decided or lowered to the advance. A released advance is merged back when it"
                                + " bounces while its tranche waits for the bank.")
                .check();
    }
}
