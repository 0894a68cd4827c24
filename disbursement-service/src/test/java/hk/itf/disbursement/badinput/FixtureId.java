package hk.itf.disbursement.badinput;

/** The objects of the fixture that a path can name, each by its id or number. */
enum FixtureId {
    ORGANISATION,
    PAYEE,
    GRANT,
    TRANCHE,
    HOLD,
    CONFLICT,
    ENVELOPE,
    TOP_UP,
    OLD_ENVELOPE,
    CARRY_OVER,
    RECEIVABLE,
    CASH,
    SET_OFF,
    DUE_TRANCHE,
    RUN,
    PARKED
}
