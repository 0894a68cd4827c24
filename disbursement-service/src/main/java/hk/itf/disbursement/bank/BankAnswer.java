package hk.itf.disbursement.bank;

import hk.itf.model.id.AttemptId;
import hk.itf.model.money.Money;

/**
 * An answer of the bank to an instruction.
 *
 * @param position position in the bank's sequence of answers; never reused
 * @param reference reference of the bank; a repeated answer carries the same one
 * @param detail further text of the bank, such as why a payment bounced; may be empty
 */
public record BankAnswer(
        long position, AttemptId endToEndId, Outcome outcome, Money amount, String reference, String detail) {

    /** The effect of the instruction at the bank. */
    public enum Outcome {
        BOOKED,
        BOUNCED
    }
}
