package hk.itf.disbursement.award;

/** The status of an award version. */
enum AwardVersionStatus {
    WAITING_FOR_FUNDS,
    IN_FORCE,
    SUPERSEDED,
    VOIDED
}
