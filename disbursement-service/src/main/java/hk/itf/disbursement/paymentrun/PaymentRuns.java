package hk.itf.disbursement.paymentrun;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Stores payment runs, which never change. */
@ApplicationScoped
class PaymentRuns implements PanacheRepositoryBase<PaymentRun, UUID> {

    void add(PaymentRun run) {
        persist(run);
    }
}
