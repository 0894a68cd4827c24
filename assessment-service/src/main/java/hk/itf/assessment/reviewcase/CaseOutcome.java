package hk.itf.assessment.reviewcase;

/** How a review case ended. */
public enum CaseOutcome {
    INELIGIBLE,
    APPROVED,
    DECLINED,
    ACCEPTED,
    REJECTED,
    WITHDRAWN
}
