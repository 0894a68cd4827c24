package hk.itf.assessment;

/** The roles that this service names. A scheme decides which role works on a stage. */
public final class Roles {

    public static final String SECRETARIAT = "secretariat";
    public static final String ASSESSOR = "assessor";
    public static final String PANEL_MEMBER = "panel-member";
    public static final String PANEL_CHAIR = "panel-chair";
    public static final String DECISION_AUTHORITY = "decision-authority";
    public static final String AUDITOR = "auditor";

    private Roles() {}
}
