package hk.itf.disbursement.bank;

import hk.itf.disbursement.payee.BankDetails;
import hk.itf.model.id.AttemptId;
import hk.itf.model.money.Money;

/**
 * An instruction to pay.
 *
 * @param endToEndId id of the attempt; the bank executes an id once
 */
public record PaymentInstruction(AttemptId endToEndId, BankDetails to, Money amount) {}
