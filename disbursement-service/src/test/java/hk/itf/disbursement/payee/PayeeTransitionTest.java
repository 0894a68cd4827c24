package hk.itf.disbursement.payee;

import static hk.itf.disbursement.payee.PayeeStatus.PENDING;
import static hk.itf.disbursement.payee.PayeeStatus.SUPERSEDED;
import static hk.itf.disbursement.payee.PayeeStatus.VERIFIED;

import hk.itf.infra.houserules.AgreedLifecycle;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PayeeTransitionTest {

    private static final AgreedLifecycle<PayeeStatus, PayeeTransition> AGREED = AgreedLifecycle.of(
                    PayeeStatus.class, PayeeTransition.class)
            .edge(PayeeTransition.VERIFY, Set.of(PENDING), VERIFIED)
            .edge(PayeeTransition.SUPERSEDE, Set.of(PENDING, VERIFIED), SUPERSEDED);

    @Test
    void permitsExactlyAgreedTransitions() {
        AGREED.isKept();
    }

    @Test
    void lifecyclePageIsUpToDate() {
        AGREED.page("payee", "A payee version", getClass(), PENDING).check();
    }
}
