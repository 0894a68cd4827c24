package hk.itf.disbursement.payment;

import static hk.itf.disbursement.payment.AttemptStatus.BOOKED;
import static hk.itf.disbursement.payment.AttemptStatus.BOUNCED;
import static hk.itf.disbursement.payment.AttemptStatus.INSTRUCTED;

import hk.itf.infra.houserules.AgreedLifecycle;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AttemptTransitionTest {

    private static final AgreedLifecycle<AttemptStatus, AttemptTransition> AGREED = AgreedLifecycle.of(
                    AttemptStatus.class, AttemptTransition.class)
            .edge(AttemptTransition.BOOK, Set.of(INSTRUCTED), BOOKED)
            .edge(AttemptTransition.BOUNCE, Set.of(INSTRUCTED, BOOKED), BOUNCED);

    @Test
    void permitsExactlyAgreedTransitions() {
        AGREED.isKept();
    }

    @Test
    void lifecyclePageIsUpToDate() {
        AGREED.page("attempt", "An attempt", getClass(), INSTRUCTED).check();
    }
}
