package hk.itf.disbursement.payment;

import static hk.itf.disbursement.payment.AttemptStatus.BOOKED;
import static hk.itf.disbursement.payment.AttemptStatus.BOUNCED;
import static hk.itf.disbursement.payment.AttemptStatus.INSTRUCTED;

import hk.itf.disbursement.bank.BankAnswer.Outcome;
import hk.itf.infra.houserules.AgreedLifecycle;
import hk.itf.model.money.Money;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
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
        AGREED.page("attempt", "An attempt", getClass(), INSTRUCTED)
                .section(
                        "Answers of the bank",
                        "answer",
                        Stream.of(AttemptStatus.values())
                                .map(status -> "in " + status)
                                .toList(),
                        Stream.of(Outcome.values())
                                .map(AttemptTransitionTest::effects)
                                .toList())
                .sentence("An answer with another amount than the instructed amount is parked in every status.")
                .check();
    }

    /** The effect that the code has for an answer, in each status. */
    private static List<String> effects(Outcome outcome) {
        var effects = Stream.of(AttemptStatus.values())
                .map(status -> AnswerEffect.of(status, Money.hkd(100), outcome, Money.hkd(100)))
                .map(effect -> effect.getClass().getSimpleName().toLowerCase(Locale.ROOT));
        return Stream.concat(Stream.of(outcome.name()), effects).toList();
    }
}
