package hk.itf.disbursement.payee;

/** Where a version of bank details stands. */
enum PayeeStatus {
    PENDING,
    VERIFIED,
    SUPERSEDED
}
