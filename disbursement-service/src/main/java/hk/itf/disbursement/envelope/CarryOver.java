package hk.itf.disbursement.envelope;

import hk.itf.disbursement.proposal.Proposal;
import hk.itf.infra.http.Actor;
import hk.itf.model.id.EnvelopeId;
import hk.itf.model.id.PersonId;
import hk.itf.model.money.Money;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The end of an envelope's year: proposed by one fund-controller, confirmed by another or withdrawn. Confirmed, what is free
 * at that moment and who waits go on to the year that is open. What awards had committed stays where it was committed.
 */
@Entity
class CarryOver {

    @Id
    private UUID id;

    @Version
    private int version;

    private UUID envelopeId;

    private String reason;

    @Embedded
    private Proposal proposal;

    private @Nullable UUID toEnvelopeId;

    private @Nullable Long carriedCents;

    private @Nullable Integer awards;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected CarryOver() {}

    CarryOver(UUID id, EnvelopeId envelope, String reason, PersonId actor, Instant now) {
        this.id = id;
        this.envelopeId = envelope.value();
        this.reason = reason;
        this.proposal = Proposal.by(actor, now);
    }

    /**
     * @param carried what is free
     * @param waiting how many awards wait
     */
    void confirm(EnvelopeId open, Money carried, int waiting, PersonId actor, Instant now) {
        proposal.confirm(actor, now);
        toEnvelopeId = open.value();
        carriedCents = carried.cents();
        awards = waiting;
    }

    void withdraw(String because, Actor actor, Instant now) {
        proposal.withdraw(because, actor, now);
    }

    UUID id() {
        return id;
    }

    boolean belongsTo(EnvelopeId envelope) {
        return envelopeId.equals(envelope.value());
    }

    EnvelopeView.CarryOverView view() {
        return new EnvelopeView.CarryOverView(
                id,
                reason,
                toEnvelopeId == null ? null : EnvelopeId.of(toEnvelopeId),
                carriedCents == null ? null : Money.ofCents(carriedCents),
                awards,
                proposal.view());
    }
}
