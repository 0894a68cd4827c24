package hk.itf.disbursement.dutyconflict;

/** The status of a duty conflict. */
public enum DutyConflictStatus {
    /** The conflict is not confirmed, and the act is not undone. */
    OPEN,
    /** One person has confirmed; another person has to confirm, too. */
    CONFIRMED_ONCE,
    /** Two people have confirmed. */
    CONFIRMED,
    /** The act was undone; the person in the conflict cannot repeat the act. */
    UNDONE
}
