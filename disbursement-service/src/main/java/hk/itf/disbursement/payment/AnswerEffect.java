package hk.itf.disbursement.payment;

import static hk.itf.model.NamedValue.value;

import hk.itf.disbursement.bank.BankAnswer.Outcome;
import hk.itf.model.Wording;
import hk.itf.model.money.Money;

/** The effect of a bank answer on its payment attempt. */
sealed interface AnswerEffect {

    /** The bank paid the attempt: the payment is booked. */
    record Book() implements AnswerEffect {}

    /** The payment came back, before or after it was booked: the tranche is unpaid again. */
    record Bounce() implements AnswerEffect {}

    /** The bank repeats an answer that was applied before: nothing changes. */
    record Ignore() implements AnswerEffect {}

    /**
     * The answer cannot be applied. It changes nothing, and a person of the finance staff decides.
     *
     * @param reason why the answer is parked, a label whose key begins with {@code parked.}
     */
    record Park(Wording reason) implements AnswerEffect {}

    /**
     * Decides the effect. An answer with another amount than the instructed one is parked before
     * its outcome counts: the bank pays or returns an attempt in full, so a person must explain the difference.
     */
    static AnswerEffect of(AttemptStatus status, Money instructed, Outcome outcome, Money answered) {
        if (!instructed.equals(answered)) {
            return new Park(
                    Wording.of("parked.amount-differs", value("answered", answered), value("instructed", instructed)));
        }
        return switch (outcome) {
            case BOOKED ->
                switch (status) {
                    case INSTRUCTED -> new Book();
                    case BOOKED -> new Ignore();
                    // The tranche may have been paid again since the bounce.
                    case BOUNCED -> new Park(Wording.of("parked.booked-after-bounce"));
                };
            case BOUNCED ->
                switch (status) {
                    case INSTRUCTED, BOOKED -> new Bounce();
                    case BOUNCED -> new Ignore();
                };
        };
    }
}
