package hk.itf.disbursement.commitment;

import hk.itf.disbursement.award.Awards;
import hk.itf.disbursement.envelope.Envelope;
import hk.itf.disbursement.envelope.Envelopes;
import hk.itf.model.id.GrantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;

/** Which envelopes to lock before an award: money is promised from that of the open year, and returns to it. */
@ApplicationScoped
public class AwardEnvelopes {

    private final Awards awards;
    private final Envelopes envelopes;

    AwardEnvelopes(Awards awards, Envelopes envelopes) {
        this.awards = awards;
        this.envelopes = envelopes;
    }

    /**
     * Two envelopes, locked; often the same.
     *
     * @param queue in which the award waits, if it does: that of the year in which it was recorded, as long as that was
     *     not carried over
     * @param open that of the open year
     */
    public record EnvelopePair(Envelope queue, Envelope open) {}

    /** Empty when there is no award, or only the mark of one. The older year is locked first. */
    public Optional<EnvelopePair> lockBoth(GrantId grant, Instant now) {
        return awards.envelopeOf(grant)
                .map(envelope -> new EnvelopePair(envelopes.lock(envelope), lockOpen(grant, now)));
    }

    public Envelope lockOpen(GrantId grant, Instant now) {
        return envelopes.lockOpen(awards.schemeOf(grant), now);
    }
}
