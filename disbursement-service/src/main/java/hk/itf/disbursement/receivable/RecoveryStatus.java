package hk.itf.disbursement.receivable;

/** The life of a recovery. */
enum RecoveryStatus {
    PROPOSED,
    CONFIRMED
}
