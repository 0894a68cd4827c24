package hk.itf.disbursement.bank;

import java.util.List;

/**
 * The connection to the bank. It is never called inside a transaction. Implementations: the simulated bank; later ISO
 * 20022 files.
 */
public interface PaymentGateway {

    /** Sends an instruction. Returns when the bank has stored it. Sending it again has no effect. */
    void instruct(PaymentInstruction instruction);

    /** The next answers after a position, in the order of the bank; a limited number per call. */
    List<BankAnswer> answersAfter(long position);
}
