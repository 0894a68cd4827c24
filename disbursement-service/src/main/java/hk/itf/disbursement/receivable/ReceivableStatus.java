package hk.itf.disbursement.receivable;

/** Where a receivable stands. */
public enum ReceivableStatus {
    /** Something is outstanding. */
    OPEN,
    /** Everything came back. */
    SETTLED,
    /** Not owed after all: the payment behind it bounced. */
    CANCELLED
}
