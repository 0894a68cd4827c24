package hk.itf.assessment.reviewtask;

/** The status of a review task. */
public enum ReviewTaskStatus {
    WAITING,
    TAKEN,
    DONE,
    HANDED_BACK,
    LAPSED,
    RECUSED
}
