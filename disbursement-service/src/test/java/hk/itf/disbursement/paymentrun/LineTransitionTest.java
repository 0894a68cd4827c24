package hk.itf.disbursement.paymentrun;

import static hk.itf.disbursement.paymentrun.LineStatus.LISTED;
import static hk.itf.disbursement.paymentrun.LineStatus.PREPARED;
import static hk.itf.disbursement.paymentrun.LineStatus.REFUSED;
import static hk.itf.disbursement.paymentrun.LineStatus.RELEASED;

import hk.itf.infra.testkit.AgreedLifecycle;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LineTransitionTest {

    private static final AgreedLifecycle<LineStatus, Transition> AGREED = AgreedLifecycle.of(
                    LineStatus.class, Transition.class)
            .edge(Transition.PREPARE, Set.of(LISTED), PREPARED)
            .edge(Transition.RELEASE, Set.of(PREPARED), RELEASED)
            .edge(Transition.KEEP_BACK, Set.of(PREPARED), PREPARED)
            .edge(Transition.REFUSE, Set.of(LISTED, PREPARED), REFUSED);

    @Test
    void everyStatusMeetsEveryTransition() {
        AGREED.isKeptBy(Transition::permits, Transition::apply);
    }

    @Test
    void thePageShowsTheLifecycle() {
        AGREED.page("payment-line", "A line of a payment run", getClass(), LISTED)
                .sentence(
                        "KEEP_BACK is for a rule that said no to a release and may say yes later; REFUSE for a tranche that"
                                + " was not prepared, or has changed since. What becomes of the payment is told by the tranche.")
                .check();
    }
}
