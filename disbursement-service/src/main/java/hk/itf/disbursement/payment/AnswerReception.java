package hk.itf.disbursement.payment;

import static hk.itf.model.NamedValue.value;

import hk.itf.disbursement.bank.BankAnswer.Outcome;
import hk.itf.model.Wording;
import hk.itf.model.money.Money;

/** What becomes of a bank's answer, for every status of the attempt. */
sealed interface AnswerReception {

    /** The money arrived. */
    record Book() implements AnswerReception {}

    /** The money came back, before or after it was booked. */
    record Bounce() implements AnswerReception {}

    /** The bank repeats itself. */
    record Repeated() implements AnswerReception {}

    /** It fits nothing here; finance looks at it and nothing else changes. */
    record Parked(Wording reason) implements AnswerReception {}

    /** An attempt is paid whole: any other amount is not for a program to judge. */
    static AnswerReception of(AttemptStatus status, Money instructed, Outcome outcome, Money answered) {
        if (!instructed.equals(answered)) {
            return new Parked(Wording.of(
                    "parked.amount-differs", value("answered", answered), value("instructed", instructed)));
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
