package hk.itf.disbursement.bank;

import java.util.List;

/**
 * The way to the bank. Never called inside a transaction. Implementations are the simulated bank and, in time, ISO 20022
 * files.
 */
public interface PaymentGateway {

    /** Returns once the bank has it for good. Telling it again changes nothing. */
    void instruct(PaymentInstruction instruction);

    /** The bank's answers after a position, in their order; a limited number at a time. */
    List<BankAnswer> answersAfter(long position);
}
