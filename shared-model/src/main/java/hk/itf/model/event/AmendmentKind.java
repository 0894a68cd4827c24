package hk.itf.model.event;

/** What a change to a running award is. */
public enum AmendmentKind {
    /** What is paid for ends before its last planned day. */
    EARLY_END,
    /** Scope, people, budget lines or milestones change; the award is never raised by it. */
    VARIATION,
    /** The next stage, with money and instalments on top. */
    NEXT_STAGE,
    /** Nothing more is paid, and what is not kept comes back. */
    TERMINATION
}
