package hk.itf.infra.duty;

/** What one person may do for a grant: one of these. Eligibility outcomes and votes count as scored. */
public enum Duty {
    SUBMITTED,
    SCORED,
    DECIDED,
    VETTED_CLAIM,
    PREPARED,
    RELEASED,
    VERIFIED_PAYEE
}
