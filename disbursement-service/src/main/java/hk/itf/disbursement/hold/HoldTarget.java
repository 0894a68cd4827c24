package hk.itf.disbursement.hold;

/** What a hold stands on. */
public enum HoldTarget {
    TRANCHE,
    AWARD,
    ORGANISATION
}
