package hk.itf.disbursement.bank;

import hk.itf.disbursement.payee.BankDetails;
import hk.itf.model.id.AttemptId;
import hk.itf.model.money.Money;

/**
 * What the bank is told.
 *
 * @param endToEndId the attempt; being told it twice is being told it once
 */
public record PaymentInstruction(AttemptId endToEndId, BankDetails to, Money amount) {}
