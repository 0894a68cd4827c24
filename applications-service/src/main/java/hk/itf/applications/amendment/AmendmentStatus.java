package hk.itf.applications.amendment;

/** The status of an amendment. */
public enum AmendmentStatus {
    DRAFT,
    SUBMITTED,
    CLARIFYING,
    APPROVED,
    IN_FORCE,
    DECLINED,
    WITHDRAWN
}
