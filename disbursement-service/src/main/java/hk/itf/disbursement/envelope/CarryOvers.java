package hk.itf.disbursement.envelope;

import hk.itf.disbursement.proposal.ProposalStatus;
import hk.itf.model.DomainException;
import hk.itf.model.id.EnvelopeId;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Stores carry-overs. They change under the lock of the envelope whose year has ended. */
@ApplicationScoped
class CarryOvers implements PanacheRepositoryBase<CarryOver, UUID> {

    void add(CarryOver carryOver) {
        persist(carryOver);
    }

    boolean isProposed(EnvelopeId envelope) {
        return count("envelopeId = ?1 and proposal.status = ?2", envelope.value(), ProposalStatus.PROPOSED) > 0;
    }

    CarryOver of(EnvelopeId envelope, UUID id) {
        return findByIdOptional(id)
                .filter(carryOver -> carryOver.belongsTo(envelope))
                .orElseThrow(() -> DomainException.notFound("carry-over"));
    }
}
