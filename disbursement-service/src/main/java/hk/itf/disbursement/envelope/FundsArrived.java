package hk.itf.disbursement.envelope;

import java.time.Instant;

/**
 * An envelope has more free money than before, so waiting awards can be served. Observed in the same transaction, under
 * the lock of the envelope.
 */
public record FundsArrived(Envelope envelope, Instant at) {}
