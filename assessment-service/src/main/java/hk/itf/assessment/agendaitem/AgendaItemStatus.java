package hk.itf.assessment.agendaitem;

/** The status of a case on the agenda of a panel meeting. ADJOURNED, REMOVED and VOIDED are final. */
public enum AgendaItemStatus {
    /** On the agenda. Members read the papers and declare their interests. */
    LISTED,
    /** Under discussion. Members vote and may change their votes. */
    CALLED,
    /** The vote is closed, and the panel with its quorum has made a recommendation. */
    CLOSED,
    /** Continued as an item of another meeting. */
    ADJOURNED,
    /** Taken off the agenda by the secretariat, or because the case was withdrawn or returned to an earlier review stage. */
    REMOVED,
    /** The recommendation is void: a voter declared an interest later, or the case was withdrawn or began a new round. */
    VOIDED
}
