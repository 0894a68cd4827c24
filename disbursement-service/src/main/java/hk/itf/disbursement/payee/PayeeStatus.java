package hk.itf.disbursement.payee;

/** The status of a version of bank details. */
enum PayeeStatus {
    /** Filed and not verified. */
    PENDING,
    /** Verified by a second person; payable after the cool-off. */
    VERIFIED,
    /** Replaced by a newer version. */
    SUPERSEDED
}
