package hk.itf.model.event;

/** The kinds of amendments. */
public enum AmendmentKind {
    /** The grant ends before its last planned day. */
    EARLY_END,
    /** Scope, people, budget lines or milestones change. The awarded amount never rises. */
    VARIATION,
    /** The next stage begins, with more money and more tranches. */
    NEXT_STAGE,
    /** The grant ends. Nothing more is paid, and the grantee owes the paid amount that is not kept. */
    TERMINATION
}
