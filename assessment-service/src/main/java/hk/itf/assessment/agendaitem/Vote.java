package hk.itf.assessment.agendaitem;

/** A vote of a panel member. An abstention counts for neither side. */
public enum Vote {
    SUPPORT,
    NOT_SUPPORT,
    ABSTAIN
}
