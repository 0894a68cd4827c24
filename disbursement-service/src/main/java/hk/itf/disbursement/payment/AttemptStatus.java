package hk.itf.disbursement.payment;

/** The status of a payment attempt. */
public enum AttemptStatus {
    INSTRUCTED,
    BOOKED,
    BOUNCED
}
