package hk.itf.disbursement.tranche;

/** The status of a tranche. */
public enum TrancheStatus {
    /** Planned; at least one gate is unmet, or a hold stops the tranche. */
    SCHEDULED,
    /** Every gate was met. Finance may prepare the tranche while the gates are still met. */
    DUE,
    /** Checked by one person and bound to a version of the bank details. */
    PREPARED,
    /** Ordered by a second person; the bank has not answered the attempt. */
    RELEASED,
    /** Booked by the bank, set off, or both. A late bounce makes the tranche due again. */
    PAID,
    /** Pays nothing: left out by a version, past its claim deadline, merged back or without an accepted amount. */
    CANCELLED;

    /** Whether the tranche pays nothing more. */
    public boolean isOver() {
        return this == PAID || this == CANCELLED;
    }

    /** Whether versions must leave the tranche unchanged, because it is prepared, released or paid. */
    public boolean isFixed() {
        return switch (this) {
            case PREPARED, RELEASED, PAID -> true;
            case SCHEDULED, DUE, CANCELLED -> false;
        };
    }
}
