package hk.itf.disbursement.envelope;

import hk.itf.model.id.PersonId;
import java.time.Instant;

/**
 * An envelope of an ended year was carried over, so its waiting awards move to the queue of the open year. Observed in
 * the same transaction, under the locks of both envelopes.
 */
public record EnvelopeCarriedOver(Envelope ended, Envelope open, PersonId actor, Instant at) {}
