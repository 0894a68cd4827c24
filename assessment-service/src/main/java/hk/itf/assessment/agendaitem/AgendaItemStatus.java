package hk.itf.assessment.agendaitem;

/** Where an item of an agenda stands. */
public enum AgendaItemStatus {
    /** On the agenda: members read the papers, or declare an interest. */
    LISTED,
    /** Before the meeting: votes may be cast and changed. */
    CALLED,
    /** The panel has advised, and its advice counts. */
    CLOSED,
    /** The case goes on to an item of another meeting. */
    ADJOURNED,
    /** Taken off, or the case has gone elsewhere. */
    REMOVED,
    /** The panel had advised, but its advice counts no more. */
    VOIDED
}
