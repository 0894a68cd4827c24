package hk.itf.disbursement.award;

/** The status of an award. */
public enum AwardStatus {
    /** Approved and not committed. The award has a place in a queue, or its organisation has overdue debt. */
    WAITING,
    /** The money is committed; the offer can be made. */
    COMMITTED,
    /** The agreement is signed; tranches can become due. */
    AGREED,
    /** Every tranche is paid or cancelled, nothing is owed and the unreleased amount is decommitted. */
    CLOSED,
    /** Terminated: nothing more is paid, and the amount not kept is owed back. */
    TERMINATED,
    /** Withdrawn or lapsed before the agreement, possibly before the approval arrived. */
    VOIDED
}
