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
 * A carry-over of an envelope whose financial year has ended: proposed by one fund controller, then confirmed by
 * another or withdrawn. The confirmation moves the free amount and the waiting awards to the envelope of the open year.
 * Committed amounts stay in the old envelope.
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
     * @param carried free amount of the ended year
     * @param waiting number of awards in the queue
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
