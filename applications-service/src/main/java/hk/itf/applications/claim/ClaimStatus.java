package hk.itf.applications.claim;

/** The status of a claim. */
public enum ClaimStatus {
    DRAFT,
    SUBMITTED,
    CLARIFYING,
    ACCEPTED,
    REJECTED,
    WITHDRAWN
}
