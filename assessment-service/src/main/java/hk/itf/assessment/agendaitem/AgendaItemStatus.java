package hk.itf.assessment.agendaitem;

/** The status of an agenda item. */
public enum AgendaItemStatus {
    /** On the agenda; members read the papers, or declare an interest. */
    LISTED,
    /** Under discussion; members vote and may change their votes. */
    CALLED,
    /** The panel has made a valid recommendation. */
    CLOSED,
    /** Continued as an item of another meeting. */
    ADJOURNED,
    /** Removed from the agenda, because the case was withdrawn or returned to an earlier stage, or by the secretariat. */
    REMOVED,
    /** The recommendation of the panel is no longer valid. */
    VOIDED
}
