package hk.itf.assessment.reviewcase;

/** Where a review task stands. */
public enum TaskStatus {
    WAITING,
    TAKEN,
    DONE,
    HANDED_BACK,
    LAPSED,
    RECUSED
}
