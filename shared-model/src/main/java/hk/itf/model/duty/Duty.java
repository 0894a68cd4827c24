package hk.itf.model.duty;

/** A duty of a grant. One person holds at most one of these duties for each grant. */
public enum Duty {
    /** Submitted or resubmitted an application, a claim or an amendment, or accepted the offer. */
    SUBMITTED,
    /** Judged the application: an eligibility outcome, a score sheet or a vote in a panel. */
    SCORED,
    /** Decided on the application, an amendment or a stage gate. */
    DECIDED,
    /** Accepted or rejected a claim that is not a stage gate. */
    VETTED_CLAIM,
    /** Prepared a payment, or proposed a set-off. */
    PREPARED,
    /** Released a payment, or confirmed a set-off. */
    RELEASED,
    /** Verified the bank details that a payment of the grant uses. */
    VERIFIED_PAYEE
}
