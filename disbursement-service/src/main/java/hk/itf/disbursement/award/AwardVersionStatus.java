package hk.itf.disbursement.award;

/** Where a version of an award stands. */
enum AwardVersionStatus {
    WAITING_FOR_FUNDS,
    IN_FORCE,
    SUPERSEDED,
    VOIDED
}
