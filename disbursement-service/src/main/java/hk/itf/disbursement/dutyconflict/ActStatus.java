package hk.itf.disbursement.dutyconflict;

/** Whether money depends on the act behind a duty, and whether another person can still do the act instead. */
public enum ActStatus {
    /** No money depends on the act. */
    UNDONE,
    /** The act can be undone and repeated by another person. */
    REVOCABLE,
    /**
     * Money was released by the act, or the act belongs to another service. Two people have to confirm the conflict.
     */
    FINAL
}
