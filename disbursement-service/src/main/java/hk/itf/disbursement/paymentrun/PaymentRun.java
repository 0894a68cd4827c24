package hk.itf.disbursement.paymentrun;

import hk.itf.model.id.PersonId;
import hk.itf.model.id.Uuids;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;

/** A list of due tranches that one person opened. A run never changes; its lines do. */
@Entity
class PaymentRun {

    @Id
    private UUID id;

    private UUID openedBy;

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
