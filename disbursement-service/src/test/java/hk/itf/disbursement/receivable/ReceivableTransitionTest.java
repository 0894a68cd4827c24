package hk.itf.disbursement.receivable;

import static hk.itf.disbursement.receivable.ReceivableStatus.CANCELLED;
import static hk.itf.disbursement.receivable.ReceivableStatus.OPEN;
import static hk.itf.disbursement.receivable.ReceivableStatus.SETTLED;

import hk.itf.infra.houserules.AgreedLifecycle;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReceivableTransitionTest {

    private static final AgreedLifecycle<ReceivableStatus, ReceivableTransition> AGREED = AgreedLifecycle.of(
                    ReceivableStatus.class, ReceivableTransition.class)
            .edge(ReceivableTransition.PROPOSE, Set.of(OPEN), OPEN)
            .edge(ReceivableTransition.RECOVER, Set.of(OPEN), OPEN)
            .edge(ReceivableTransition.SETTLE, Set.of(OPEN), SETTLED)
            .edge(ReceivableTransition.REMIND, Set.of(OPEN), OPEN)
            .edge(ReceivableTransition.CANCEL, Set.of(OPEN), CANCELLED);

    @Test
    void permitsExactlyAgreedTransitions() {
        AGREED.isKept();
    }

    @Test
    void lifecyclePageIsUpToDate() {
        AGREED.page("receivable", "A receivable", getClass(), OPEN)
                .sentence("RECOVER books a confirmed part of the amount, SETTLE the last part. CANCEL follows the "
                        + "bounce of the payment behind the receivable.")
                .check();
    }
}
