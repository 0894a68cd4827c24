package hk.itf.disbursement.paymentrun;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Payment runs; they are only ever added to. */
@ApplicationScoped
class PaymentRuns implements PanacheRepositoryBase<PaymentRun, UUID> {

    void add(PaymentRun run) {
        persist(run);
    }
}
