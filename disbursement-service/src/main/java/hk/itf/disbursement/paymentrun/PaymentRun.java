package hk.itf.disbursement.paymentrun;

import hk.itf.model.id.PersonId;
import hk.itf.model.id.Uuids;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** What was due when somebody opened it. It never changes; what becomes of it is told by its lines. */
@Entity
@Table(name = "payment_run")
class PaymentRun {

    @Id
    private UUID id;

    @Column(name = "opened_by", nullable = false)
    private UUID openedBy;

    @Column(name = "opened_at", nullable = false)
    private Instant openedAt;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected PaymentRun() {}

    PaymentRun(PersonId actor, Instant now) {
        this.id = Uuids.next();
        this.openedBy = actor.value();
        this.openedAt = now;
    }

    UUID id() {
        return id;
    }

    PersonId openedBy() {
        return PersonId.of(openedBy);
    }

    Instant openedAt() {
        return openedAt;
    }
}
