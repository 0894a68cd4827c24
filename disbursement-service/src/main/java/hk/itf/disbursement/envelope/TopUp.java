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

/**
 * A top-up of an envelope: proposed by one fund controller, then confirmed by another or withdrawn. Its money moves at
 * the confirmation.
 */
@Entity
class TopUp {

    @Id
    private UUID id;

    @Version
    private int version;

    private UUID envelopeId;

    private long amountCents;

    private String reason;

    @Embedded
    private Proposal proposal;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected TopUp() {}

    TopUp(UUID id, EnvelopeId envelope, Money amount, String reason, PersonId actor, Instant now) {
        this.id = id;
        this.envelopeId = envelope.value();
        this.amountCents = amount.cents();
        this.reason = reason;
        this.proposal = Proposal.by(actor, now);
    }

    void confirm(PersonId actor, Instant now) {
        proposal.confirm(actor, now);
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

    Money amount() {
        return Money.ofCents(amountCents);
    }

    EnvelopeView.TopUpView view() {
        return new EnvelopeView.TopUpView(id, amount(), reason, proposal.view());
    }
}
