package hk.itf.model.scheme.tranche;

/** What a claim asks for. All but the first two ask for no money: their acceptance meets gates. */
public enum ClaimKind {
    /** To be paid for what was done; limited by its tranche. */
    PAYMENT,
    /** To be paid a part of the tranche before it is earned; netted against its payment claim. */
    ADVANCE,
    /** A progress report. */
    REPORT,
    /** A milestone that was reached. */
    MILESTONE,
    /** Evidence that matching money has come in. */
    MATCHING,
    /** The end of a stage; a later stage can be asked for once it is passed. */
    STAGE_GATE,
    /** The accounts of the whole grant: what was spent of it is all that is kept. */
    ACCOUNTS;

    /** Whether judging one decides on the grant itself, as its award did: those who decide pass a stage, too. */
    public boolean isDecided() {
        return this == STAGE_GATE;
    }
}
