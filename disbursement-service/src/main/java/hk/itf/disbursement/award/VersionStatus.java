package hk.itf.disbursement.award;

/** Where a version of an award stands. */
enum VersionStatus {
    WAITING_FOR_FUNDS,
    IN_FORCE,
    SUPERSEDED,
    VOIDED
}
