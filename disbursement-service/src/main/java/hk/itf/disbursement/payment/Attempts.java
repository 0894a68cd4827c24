package hk.itf.disbursement.payment;

import hk.itf.infra.sql.PlainQuery;
import hk.itf.model.id.AttemptId;
import hk.itf.model.id.GrantId;
import hk.itf.model.id.TrancheId;
import io.agroal.api.AgroalDataSource;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;

/** Stores attempts. They change under the lock of their tranche. */
@ApplicationScoped
class Attempts implements PanacheRepositoryBase<Attempt, UUID> {

    private final AgroalDataSource database;

    Attempts(AgroalDataSource database) {
        this.database = database;
    }

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

    /**
     * Attempts that the bank does not have yet, longest instructed first.
     *
     * @param instructedAt with {@code id}, the last attempt of the page before
     */
    List<Attempt> unsent(Instant instructedAt, UUID id, int limit) {
        return PlainQuery.of(database, """
                        select id from attempt
                        where status = 'INSTRUCTED' and sent_at is null and (instructed_at, id) > (:instructedAt, :id)
                        order by instructed_at, id limit :limit
                        """)
                .set("instructedAt", instructedAt)
                .set("id", id)
                .set("limit", limit)
                .list(row -> row.uuid(1))
                .stream()
                .map(this::findById)
                .toList();
    }
}
