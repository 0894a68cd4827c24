package hk.itf.disbursement.payment;

import hk.itf.model.id.AttemptId;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Attempts; they change under the lock of their tranche. */
@ApplicationScoped
class Attempts implements PanacheRepositoryBase<Attempt, UUID> {

    void add(Attempt attempt) {
        persist(attempt);
    }

    /** Read without a lock, to know what to lock first; who it belongs to never changes. */
    Optional<Attempt> known(AttemptId id) {
        return findByIdOptional(id.value());
    }

    Attempt lock(AttemptId id) {
        return findById(id.value(), LockModeType.PESSIMISTIC_WRITE);
    }

    List<Attempt> unsent(int limit) {
        return find("status = ?1 and sentAt is null order by instructedAt, id", AttemptStatus.INSTRUCTED)
                .page(0, limit)
                .list();
    }
}
