package hk.itf.disbursement.paymentrun;

import static hk.itf.disbursement.paymentrun.PaymentLineStatus.LISTED;
import static hk.itf.disbursement.paymentrun.PaymentLineStatus.PREPARED;
import static hk.itf.disbursement.paymentrun.PaymentLineStatus.REFUSED;
import static hk.itf.disbursement.paymentrun.PaymentLineStatus.RELEASED;

import hk.itf.infra.houserules.AgreedLifecycle;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PaymentLineTransitionTest {

    private static final AgreedLifecycle<PaymentLineStatus, PaymentLineTransition> AGREED = AgreedLifecycle.of(
                    PaymentLineStatus.class, PaymentLineTransition.class)
            .edge(PaymentLineTransition.PREPARE, Set.of(LISTED), PREPARED)
            .edge(PaymentLineTransition.RELEASE, Set.of(PREPARED), RELEASED)
            .edge(PaymentLineTransition.KEEP_BACK, Set.of(PREPARED), PREPARED)
            .edge(PaymentLineTransition.REFUSE, Set.of(LISTED, PREPARED), REFUSED);

    @Test
    void permitsExactlyAgreedTransitions() {
        AGREED.isKept();
    }

    @Test
    void lifecyclePageIsUpToDate() {
        AGREED.page("payment-line", "A line of a payment run", getClass(), LISTED)
                .sentence("KEEP_BACK leaves a line prepared after a refused release that can succeed later. REFUSE "
                        + "removes a tranche that was not prepared or has changed since. The tranche shows whether "
                        + "the bank paid.")
                .check();
    }
}
