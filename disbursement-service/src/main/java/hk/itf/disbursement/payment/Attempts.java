package hk.itf.disbursement.payment;

import hk.itf.model.id.AttemptId;
import hk.itf.model.id.GrantId;
import hk.itf.model.id.TrancheId;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;

/** Stores attempts. They change under the lock of their tranche. */
@ApplicationScoped
class Attempts implements PanacheRepositoryBase<Attempt, UUID> {

    void add(Attempt attempt) {
        persist(attempt);
    }

    /**
     * The award and the tranche to lock before an attempt. Read without a lock and without loading the attempt, which
     * can change meanwhile.
     */
    record LockKeys(GrantId grant, TrancheId tranche) {}

    Optional<LockKeys> lockKeysOf(AttemptId id) {
        return getEntityManager()
                .unwrap(Session.class)
                .createNativeQuery("select grant_id, tranche_id from attempt where id = :id", Object[].class)
                .setParameter("id", id.value())
                .getResultStream()
                .map(row -> new LockKeys(GrantId.of((UUID) row[0]), TrancheId.of((UUID) row[1])))
                .findFirst();
    }

    Attempt lock(AttemptId id) {
        return findById(id.value(), LockModeType.PESSIMISTIC_WRITE);
    }

    boolean hasUnsent() {
        return find("status = ?1 and sentAt is null", AttemptStatus.INSTRUCTED)
                .page(0, 1)
                .firstResultOptional()
                .isPresent();
    }

    List<Attempt> unsent(int limit) {
        return find("status = ?1 and sentAt is null order by instructedAt, id", AttemptStatus.INSTRUCTED)
                .page(0, limit)
                .list();
    }
}
