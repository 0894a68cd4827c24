package hk.itf.disbursement.envelope;

import hk.itf.model.DomainException;
import hk.itf.model.id.EnvelopeId;
import hk.itf.model.id.PersonId;
import hk.itf.model.money.Money;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Money for an envelope: proposed by one fund-controller, confirmed by another. Only then does it move. */
@Entity
@Table(name = "top_up")
class TopUp {

    @Id
    private UUID id;

    @Version
    @Column(name = "version", nullable = false)
    private int version;

    @Column(name = "envelope_id", nullable = false)
    private UUID envelopeId;

    @Column(name = "amount_cents", nullable = false)
    private long amountCents;

    @Column(name = "reason", nullable = false)
    private String reason;

    @Enumerated(EnumType.STRING)
    @Column(name = "status", nullable = false)
    private TopUpStatus status;

    @Column(name = "proposed_by", nullable = false)
    private UUID proposedBy;

    @Column(name = "proposed_at", nullable = false)
    private Instant proposedAt;

    @Column(name = "confirmed_by")
    private @Nullable UUID confirmedBy;

    @Column(name = "confirmed_at")
    private @Nullable Instant confirmedAt;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected TopUp() {}

    TopUp(UUID id, EnvelopeId envelope, Money amount, String reason, PersonId actor, Instant now) {
        this.id = id;
        this.envelopeId = envelope.value();
        this.amountCents = amount.cents();
        this.reason = reason;
        this.status = TopUpStatus.PROPOSED;
        this.proposedBy = actor.value();
        this.proposedAt = now;
    }

    void confirm(PersonId actor, Instant now) {
        var next = Transition.CONFIRM.apply(status);
        if (actor.value().equals(proposedBy)) {
            throw DomainException.conflict(
                    "four-eyes", "You proposed this top-up; another fund-controller has to confirm it.");
        }
        status = next;
        confirmedBy = actor.value();
        confirmedAt = now;
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
        return new EnvelopeView.TopUpView(
                id,
                amount(),
                reason,
                status.name(),
                PersonId.of(proposedBy),
                proposedAt,
                confirmedBy == null ? null : PersonId.of(confirmedBy),
                confirmedAt);
    }
}
