package hk.itf.disbursement.envelope;

import java.time.Instant;

/**
 * There is more money in an envelope than before: whoever waits may be served. Observed in the same transaction, under
 * the lock of the envelope.
 */
public record FundsArrived(Envelope envelope, Instant at) {}
