package hk.itf.model.scheme.tranche;

/** What has to be so before a tranche may be paid. A release with an unmet gate cannot be made. */
public enum Gate {
    /** The grantee has accepted the offer. */
    AGREEMENT_SIGNED,
    /** A money claim on the tranche has been accepted. */
    CLAIM_ACCEPTED,
    /** The progress report that goes with the tranche has been accepted. */
    REPORT_ACCEPTED,
    /** The milestone of the tranche was reached, as vetted. */
    MILESTONE_ACCEPTED,
    /** The matching money for the tranche has come in, as evidenced. */
    MATCHING_EVIDENCED,
    /** The accounts of the whole grant were accepted. */
    ACCOUNTS_ACCEPTED,
    /** The stage that ends with the tranche was passed. */
    STAGE_PASSED,
    /** The payee's bank details are verified and have cooled off. */
    PAYEE_VERIFIED
}
