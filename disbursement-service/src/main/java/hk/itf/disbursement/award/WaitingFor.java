package hk.itf.disbursement.award;

/** The reason why an award is not committed yet. */
public enum WaitingFor {
    /** Its turn in the queue and enough free money in the envelope. */
    FUNDS,
    /**
     * The settlement of overdue debt of its organisation. The award has no place in a queue and delays no other award.
     */
    DEBT
}
