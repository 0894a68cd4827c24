package hk.itf.disbursement.paymentrun;

import hk.itf.model.DomainException;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.UUID;

/** Stores payment lines. A line is locked before the payee, the award and the tranche. */
@ApplicationScoped
class PaymentLines implements PanacheRepositoryBase<PaymentLine, UUID> {

    void add(PaymentLine line) {
        persist(line);
    }

    PaymentLine lock(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(() -> DomainException.notFound("payment-line"));
    }
}
