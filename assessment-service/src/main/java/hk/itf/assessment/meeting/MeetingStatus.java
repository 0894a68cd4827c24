package hk.itf.assessment.meeting;

/** Where a meeting of a panel stands. */
public enum MeetingStatus {
    /** Members see its agenda and declare their interests. */
    SCHEDULED,
    /** The chair has opened it; items are called one by one. */
    OPEN,
    /** Every item has ended, here or by going on to another meeting. */
    CLOSED,
    /** It was not held. */
    CANCELLED
}
