package hk.itf.disbursement.paymentrun;

/** The status of a payment line. */
public enum PaymentLineStatus {
    /** The tranche was due when the run was opened. */
    LISTED,
    /** The run prepared the tranche, which is not released yet. */
    PREPARED,
    /** The run released the tranche. The tranche tells whether the bank paid. */
    RELEASED,
    /**
     * The tranche no longer belongs to this run, for the reason given. The next run lists the tranche again if it is
     * due.
     */
    REFUSED
}
