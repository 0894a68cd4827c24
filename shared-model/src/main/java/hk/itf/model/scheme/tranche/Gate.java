package hk.itf.model.scheme.tranche;

/** A condition that a tranche must meet before it may be paid. No tranche with an unmet gate is released. */
public enum Gate {
    /** The grantee has accepted the offer. */
    AGREEMENT_SIGNED,
    /** A payment claim on the tranche was accepted. */
    CLAIM_ACCEPTED,
    /** The progress report for the tranche was accepted. */
    REPORT_ACCEPTED,
    /** The evidence that the milestone of the tranche was reached was accepted. */
    MILESTONE_ACCEPTED,
    /** The evidence that the matching money for the tranche was received was accepted. */
    MATCHING_EVIDENCED,
    /** The accounts of the grant were accepted. */
    ACCOUNTS_ACCEPTED,
    /** The stage gate of the tranche was passed. */
    STAGE_PASSED,
    /** The bank details of the payee are verified and the cooling-off period is over. */
    PAYEE_VERIFIED
}
