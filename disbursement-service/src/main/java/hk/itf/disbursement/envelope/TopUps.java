package hk.itf.disbursement.envelope;

import hk.itf.model.DomainException;
import hk.itf.model.id.EnvelopeId;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Stores top-ups. They change under the lock of their envelope. */
@ApplicationScoped
class TopUps implements PanacheRepositoryBase<TopUp, UUID> {

    void add(TopUp topUp) {
        persist(topUp);
    }

    TopUp of(EnvelopeId envelope, UUID id) {
        return findByIdOptional(id)
                .filter(topUp -> topUp.belongsTo(envelope))
                .orElseThrow(() -> DomainException.notFound("top-up"));
    }
}
