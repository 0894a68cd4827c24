package hk.itf.applications.application;

/** The status of an application. */
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
