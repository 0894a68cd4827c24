package hk.itf.disbursement.dutyconflict;

/** Whether money depends on the act behind a duty, and whether it can still be done by somebody else. */
public enum ActStatus {
    /** Nothing rests on it any more. */
    UNDONE,
    /** It can be taken back and done anew by another person. */
    REVOCABLE,
    /** Money has left by it, or it was done in another service: only people can say that it may stand. */
    FINAL
}
