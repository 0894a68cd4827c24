package hk.itf.disbursement.proposal;

/** Where a proposal stands. */
public enum ProposalStatus {
    /** Nothing has moved. */
    PROPOSED,
    /** By another person. */
    CONFIRMED,
    /** Taken back, for a reason. */
    WITHDRAWN
}
