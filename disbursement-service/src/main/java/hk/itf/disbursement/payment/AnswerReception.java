package hk.itf.disbursement.payment;

import static hk.itf.model.NamedValue.value;

import hk.itf.disbursement.bank.BankAnswer.Outcome;
import hk.itf.model.Wording;
import hk.itf.model.money.Money;

/** The effect of a bank answer in each status of its attempt. */
sealed interface AnswerReception {

    /** The bank paid the attempt. */
    record Book() implements AnswerReception {}

    /** The payment bounced, before or after it was booked. */
    record Bounce() implements AnswerReception {}

    /** The bank repeats an answer that was applied before. */
    record Repeated() implements AnswerReception {}

    /**
     * The answer cannot be applied. It changes nothing, and finance looks at it.
     *
     * @param reason label of the reason
     */
    record Parked(Wording reason) implements AnswerReception {}

    /**
     * Decides the effect. An answer with another amount than the instructed one is parked, because an attempt is never
     * paid in part.
     */
    static AnswerReception of(AttemptStatus status, Money instructed, Outcome outcome, Money answered) {
        if (!instructed.equals(answered)) {
            return new Parked(
                    Wording.of("parked.amount-differs", value("answered", answered), value("instructed", instructed)));
        }
        return switch (outcome) {
            case BOOKED ->
                switch (status) {
                    case INSTRUCTED -> new Book();
                    case BOOKED -> new Repeated();
                    case BOUNCED -> new Parked(Wording.of("parked.booked-after-bounce"));
                };
            case BOUNCED ->
                switch (status) {
                    case INSTRUCTED, BOOKED -> new Bounce();
                    case BOUNCED -> new Repeated();
                };
        };
    }
}
