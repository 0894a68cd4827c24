package hk.itf.disbursement.proposal;

/** The status of a proposal. */
public enum ProposalStatus {
    /** Proposed; no money has moved. */
    PROPOSED,
    /** Confirmed by another person; the money has moved. */
    CONFIRMED,
    /** Withdrawn with a reason; no money has moved. */
    WITHDRAWN
}
