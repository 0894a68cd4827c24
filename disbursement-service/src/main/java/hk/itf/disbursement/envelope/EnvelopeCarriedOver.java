package hk.itf.disbursement.envelope;

import hk.itf.model.id.PersonId;
import java.time.Instant;

/**
 * A year is over: whoever waits in its queue goes on waiting in that of the year that is open, where there may be more
 * money than before. Observed in the same transaction, under the locks of both envelopes.
 */
public record EnvelopeCarriedOver(Envelope over, Envelope open, PersonId actor, Instant at) {}
