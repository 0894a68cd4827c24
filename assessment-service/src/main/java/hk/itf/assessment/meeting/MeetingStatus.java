package hk.itf.assessment.meeting;

/** The status of a panel meeting. */
public enum MeetingStatus {
    /** Members see the agenda and declare their interests. */
    SCHEDULED,
    /** Opened by the chair; items are called one by one. */
    OPEN,
    /** Every item has ended or was adjourned to another meeting. */
    CLOSED,
    /** The meeting was not held. */
    CANCELLED
}
