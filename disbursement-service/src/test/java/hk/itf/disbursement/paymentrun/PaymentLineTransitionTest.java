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
                .sentence(
                        "KEEP_BACK is for a rule that said no to a release and may say yes later; REFUSE for a tranche that"
                                + " was not prepared, or has changed since. What becomes of the payment is told by the tranche.")
                .check();
    }
}
