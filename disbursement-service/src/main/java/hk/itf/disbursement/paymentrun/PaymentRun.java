package hk.itf.disbursement.paymentrun;

import hk.itf.model.id.PersonId;
import hk.itf.model.id.Uuids;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;

/** What was due when somebody opened it. It never changes; what becomes of it is told by its lines. */
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
