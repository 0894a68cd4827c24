package hk.itf.assessment.reviewcase;

/** The status of a review case. The stage of an open case names the work to do next. */
public enum ReviewCaseStatus {
    /** Vetting is at the stage of the case. */
    OPEN,
    /** A clarification is pending. The case has no open tasks. */
    CLARIFYING,
    /** The case has a final outcome. */
    CLOSED
}
