package hk.itf.assessment.reviewcase;

/** Where a review case stands; the stage says whose turn it is while it is open. */
public enum ReviewCaseStatus {
    /** Work of its stage is on the queue. */
    OPEN,
    /** The applicant was asked; nothing is on the queue. */
    CLARIFYING,
    /** It has an outcome and never changes again. */
    CLOSED
}
