package hk.itf.disbursement.bank;

import java.util.List;

/**
 * The connection to the bank. Only {@link #isConnected} is called inside a transaction. Implementations: the simulated bank, which no
 * service uses in production; no bank at all.
 */
public interface PaymentGateway {

    /** Whether there is a bank. Without one nothing is released. */
    boolean isConnected();

    /** Sends an instruction. Returns when the bank has stored it. Sending it again has no effect. */
    void instruct(PaymentInstruction instruction);

    /** The next answers after a position, in the order of the bank; a limited number per call. */
    List<BankAnswer> answersAfter(long position);
}
