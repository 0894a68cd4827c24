package hk.itf.disbursement.envelope;

/** The life of a top-up. */
enum TopUpStatus {
    PROPOSED,
    CONFIRMED
}
