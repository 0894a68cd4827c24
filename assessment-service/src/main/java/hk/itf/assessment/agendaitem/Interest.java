package hk.itf.assessment.agendaitem;

/** What is known of a member's interest in a case. */
public enum Interest {
    /** The member has not said. Without a word there are no papers, no vote and no place in the quorum. */
    UNKNOWN,
    /** The member has confirmed to have none. */
    NONE,
    /** Declared for this case, in a party of it, or by acting for one. */
    DECLARED
}
