package hk.itf.disbursement.bank;

import hk.itf.model.id.AttemptId;
import hk.itf.model.money.Money;

/**
 * What the bank says about an instruction.
 *
 * @param position where it stands in the bank's sequence of answers; never reused, no order beyond that
 * @param reference the bank's own; the same answer given twice carries the same
 * @param detail the bank's words, such as why it bounced
 */
public record BankAnswer(
        long position, AttemptId endToEndId, Outcome outcome, Money amount, String reference, String detail) {

    /** What became of the money. */
    public enum Outcome {
        BOOKED,
        BOUNCED
    }
}
