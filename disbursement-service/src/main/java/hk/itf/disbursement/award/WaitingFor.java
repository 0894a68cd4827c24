package hk.itf.disbursement.award;

/** What an approved award waits for before it is committed. */
public enum WaitingFor {
    /** Its turn, and money in the envelope. It has a place in the queue. */
    FUNDS,
    /** That its organisation settles what is overdue. It has no place in the queue and blocks nobody. */
    DEBT
}
