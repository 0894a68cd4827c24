package hk.itf.disbursement.receivable;

/** The status of a receivable. */
public enum ReceivableStatus {
    /** An amount is outstanding. */
    OPEN,
    /** The whole amount was recovered. */
    SETTLED,
    /** Not owed, because the payment behind the receivable bounced. */
    CANCELLED
}
