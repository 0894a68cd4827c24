package hk.itf.assessment.agendaitem;

/** One member's vote. Those who abstain have voted, but count for neither side. */
public enum Vote {
    SUPPORT,
    NOT_SUPPORT,
    ABSTAIN
}
