package hk.itf.disbursement.dutyconflict;

/** Where a conflict of duties stands. */
public enum DutyConflictStatus {
    OPEN,
    /** One person has confirmed; another one has to. */
    CONFIRMED_ONCE,
    CONFIRMED,
    /** The act was taken back; the person may not do it anew. */
    UNDONE
}
