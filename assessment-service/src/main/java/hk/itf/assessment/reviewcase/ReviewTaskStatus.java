package hk.itf.assessment.reviewcase;

/** Where a review task stands. */
public enum ReviewTaskStatus {
    WAITING,
    TAKEN,
    DONE,
    HANDED_BACK,
    LAPSED,
    RECUSED
}
