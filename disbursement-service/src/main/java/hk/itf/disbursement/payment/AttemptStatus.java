package hk.itf.disbursement.payment;

/** Where a try to pay stands. */
public enum AttemptStatus {
    INSTRUCTED,
    BOOKED,
    BOUNCED
}
