package hk.itf.disbursement.commitment;

import hk.itf.disbursement.award.Awards;
import hk.itf.disbursement.envelope.Envelope;
import hk.itf.disbursement.envelope.Envelopes;
import hk.itf.model.id.GrantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;

/**
 * Locks the envelopes of an award before the award itself. Money is committed from the envelope of the open year and
 * returns to it.
 */
@ApplicationScoped
public class AwardEnvelopes {

    private final Awards awards;
    private final Envelopes envelopes;

    AwardEnvelopes(Awards awards, Envelopes envelopes) {
        this.awards = awards;
        this.envelopes = envelopes;
    }

    /**
     * Two locked envelopes, often the same.
     *
     * @param queue the envelope in whose queue the award waits or last waited
     * @param open the envelope of the open year
     */
    public record EnvelopePair(Envelope queue, Envelope open) {}

    /**
     * Locks both envelopes, the older year first. Empty when the grant has no award, or was withdrawn before its
     * approval.
     */
    public Optional<EnvelopePair> lockBoth(GrantId grant, Instant now) {
        return awards.envelopeOf(grant)
                .map(envelope -> new EnvelopePair(envelopes.lock(envelope), lockOpen(grant, now)));
    }

    public Envelope lockOpen(GrantId grant, Instant now) {
        return envelopes.lockOpen(awards.schemeOf(grant), now);
    }
}
