package hk.itf.assessment.agendaitem;

/** The declared interest of a panel member in a case. */
public enum Interest {
    /** The member has declared nothing yet. The member gets no papers, has no vote and does not count for the quorum. */
    UNKNOWN,
    /** The member declared to have no interest. */
    NONE,
    /** An interest in this case or in one of its parties, or the member acts for a party. */
    DECLARED
}
