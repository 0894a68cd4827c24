package hk.itf.disbursement.paymentrun;

/** Where a line of a payment run stands. */
public enum PaymentLineStatus {
    /** Due when the run was opened. */
    LISTED,
    /** By this run, and not released yet. */
    PREPARED,
    /** By this run. What becomes of the payment is told by the tranche. */
    RELEASED,
    /** Not of this run any more, for the reason given. While it is due, the next run lists it again. */
    REFUSED
}
