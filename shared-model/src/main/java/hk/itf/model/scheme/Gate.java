package hk.itf.model.scheme;

/** What has to be so before a tranche may be paid. A release with an unmet gate cannot be made. */
public enum Gate {
    /** The grantee has accepted the offer. */
    AGREEMENT_SIGNED,
    /** A money claim on the tranche has been accepted. */
    CLAIM_ACCEPTED,
    /** The progress report that goes with the tranche has been accepted. */
    REPORT_ACCEPTED,
    /** The payee's bank details are verified and have cooled off. */
    PAYEE_VERIFIED
}
