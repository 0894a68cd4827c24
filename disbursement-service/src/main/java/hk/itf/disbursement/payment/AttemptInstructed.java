package hk.itf.disbursement.payment;

/** Money is on its way: said within this service, once it is committed, so that the bank hears of it at once. */
record AttemptInstructed() {}
