package hk.itf.disbursement.award;

/** Where an award stands. */
public enum AwardStatus {
    /** Approved, with a place in the queue of its envelope; or without one, while its organisation has overdue debt. */
    WAITING,
    /** The money is set aside; the offer may be made. */
    COMMITTED,
    /** The agreement is signed; tranches may become due. */
    AGREED,
    /** Every tranche is paid or cancelled, nothing is owed and the rest has gone back. */
    CLOSED,
    /** Ended before it was done: nothing more is paid, and what is not kept is owed back. */
    TERMINATED,
    /** Withdrawn or lapsed before it was agreed; also the mark that voids an approval still to come. */
    VOIDED
}
