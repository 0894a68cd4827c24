package hk.itf.disbursement.hold;

/** The kind of thing that a hold stops payments for. */
public enum HoldTarget {
    TRANCHE,
    AWARD,
    ORGANISATION
}
