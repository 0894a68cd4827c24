package hk.itf.disbursement.payment;

import static org.assertj.core.api.Assertions.assertThat;

import hk.itf.disbursement.bank.BankAnswer.Outcome;
import hk.itf.model.money.Money;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The effect of every bank answer in every status of an attempt. */
class AnswerEffectTest {

    private static final Money INSTRUCTED = Money.hkd(100);

    @Test
    void decidesEffectOfEveryAnswer() {
        var meanings = Map.of(
                AttemptStatus.INSTRUCTED, Map.of(Outcome.BOOKED, "Book", Outcome.BOUNCED, "Bounce"),
                AttemptStatus.BOOKED, Map.of(Outcome.BOOKED, "Ignore", Outcome.BOUNCED, "Bounce"),
                AttemptStatus.BOUNCED, Map.of(Outcome.BOOKED, "Park", Outcome.BOUNCED, "Ignore"));
        for (var status : AttemptStatus.values()) {
            for (var outcome : Outcome.values()) {
                assertThat(AnswerEffect.of(status, INSTRUCTED, outcome, INSTRUCTED)
                                .getClass()
                                .getSimpleName())
                        .as("%s %s", status, outcome)
                        .isEqualTo(meanings.get(status).get(outcome));
            }
        }
    }

    @Test
    void parksEveryAnswerWithOtherAmount() {
        for (var status : AttemptStatus.values()) {
            for (var outcome : Outcome.values()) {
                for (var amount : new Money[] {Money.ofCents(9_999), Money.ofCents(10_001), Money.ZERO}) {
                    assertThat(AnswerEffect.of(status, INSTRUCTED, outcome, amount))
                            .isInstanceOf(AnswerEffect.Park.class);
                }
            }
        }
    }
}
