package hk.itf.disbursement.tranche;

/** Where an instalment stands. */
public enum TrancheStatus {
    SCHEDULED,
    /** Every gate was met; finance may prepare it, if they still are. */
    DUE,
    /** Checked, and bound to a version of the payee. */
    PREPARED,
    /** Ordered; an attempt is under way. */
    RELEASED,
    PAID,
    CANCELLED;

    /** Nothing more is to be paid. */
    public boolean isOver() {
        return this == PAID || this == CANCELLED;
    }

    /** A live or booked attempt, or about to have one: no version changes it. */
    public boolean isFixed() {
        return switch (this) {
            case PREPARED, RELEASED, PAID -> true;
            case SCHEDULED, DUE, CANCELLED -> false;
        };
    }
}
