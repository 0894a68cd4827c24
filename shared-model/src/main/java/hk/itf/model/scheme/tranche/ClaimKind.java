package hk.itf.model.scheme.tranche;

/** The kind of a claim. Payments and advances ask for money; all other kinds meet gates by evidence. */
public enum ClaimKind {
    /** A claim for payment of a tranche, limited by the amount of the tranche. */
    PAYMENT,
    /** A claim for a part of a tranche before it is earned. The payment claim of the tranche is reduced by the advance. */
    ADVANCE,
    /** A progress report. */
    REPORT,
    /** Evidence that a milestone was reached. */
    MILESTONE,
    /** Evidence that matching money was received. */
    MATCHING,
    /** The end of a stage. Once the stage gate is passed, the grantee may apply for the next stage. */
    STAGE_GATE,
    /** The accounts of the grant. The grantee keeps the amount spent and owes the unspent balance. */
    ACCOUNTS;

    /** Whether a decision authority decides the claim, as it decided the application. Only stage gates are. */
    public boolean isDecided() {
        return this == STAGE_GATE;
    }
}
