package hk.itf.assessment.reviewcase;

/** The outcome of a closed review case. */
public enum CaseOutcome {
    INELIGIBLE,
    APPROVED,
    DECLINED,
    ACCEPTED,
    REJECTED,
    WITHDRAWN
}
