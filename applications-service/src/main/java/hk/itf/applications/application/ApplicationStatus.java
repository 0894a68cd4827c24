package hk.itf.applications.application;

/** Where an application stands. */
public enum ApplicationStatus {
    DRAFT,
    SUBMITTED,
    IN_ASSESSMENT,
    CLARIFYING,
    INELIGIBLE,
    DECLINED,
    APPROVED,
    OFFERED,
    ACTIVE,
    COMPLETED,
    TERMINATED,
    LAPSED,
    WITHDRAWN
}
