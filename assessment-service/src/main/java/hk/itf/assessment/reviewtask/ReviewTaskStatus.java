package hk.itf.assessment.reviewtask;

/** Where a review task stands. */
public enum ReviewTaskStatus {
    WAITING,
    TAKEN,
    DONE,
    HANDED_BACK,
    LAPSED,
    RECUSED
}
