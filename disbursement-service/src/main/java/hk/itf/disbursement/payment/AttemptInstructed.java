package hk.itf.disbursement.payment;

/**
 * A payment was instructed. Fired within the service and observed after the commit, so that the bank hears of it at
 * once.
 */
record AttemptInstructed() {}
