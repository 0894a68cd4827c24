package hk.itf.disbursement.dutyconflict;

import hk.itf.infra.sql.ScalarQuery;
import hk.itf.model.DomainException;
import hk.itf.model.id.GrantId;
import hk.itf.model.id.PersonId;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;

/** Stores duty conflicts. A conflict changes under the lock of its award; the award is locked before the conflict. */
@ApplicationScoped
public class DutyConflicts implements PanacheRepositoryBase<DutyConflict, UUID> {

    /** Reads, without a lock, the grant whose award is locked before the conflict. */
    GrantId grantOf(UUID id) {
        return find("select grant from DutyConflict where id = ?1", id)
                .project(UUID.class)
                .firstResultOptional()
                .map(GrantId::of)
                .orElseThrow(() -> DomainException.notFound("duty-conflict"));
    }

    DutyConflict lock(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(() -> DomainException.notFound("duty-conflict"));
    }

    /** Locks the open conflicts of a grant, oldest first. */
    List<DutyConflict> lockOpenOf(GrantId grant) {
        return find("grant = ?1 and resolvedAt is null order by recordedAt, id", grant.value())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    /** Grants with an open conflict about an act in this service. */
    List<GrantId> grantsWithOpenConflict(int limit) {
        return ScalarQuery.of(session(), """
                        select distinct grant_id from duty_conflict
                        where resolved_at is null and held in ('PREPARED', 'RELEASED', 'VERIFIED_PAYEE')
                        order by grant_id limit :limit
                        """, UUID.class)
                .setParameter("limit", limit)
                .getResultStream()
                .map(id -> GrantId.of(id))
                .toList();
    }

    /**
     * Refuses a person who confirmed a conflict of the grant or is in one. A confirmed conflict permits the past act
     * only, not further acts.
     *
     * @throws DomainException {@code one-person-one-duty}
     */
    @Transactional(TxType.MANDATORY)
    public void requireUninvolved(GrantId grant, PersonId actor) {
        var involved = ScalarQuery.of(session(), """
                        select count(*) from duty_conflict
                        where grant_id = :grant and (person = :actor or first_by = :actor or second_by = :actor)
                        """, Long.class)
                .setParameter("grant", grant.value())
                .setParameter("actor", actor.value())
                .getSingleResult();
        if (involved > 0) {
            throw DomainException.conflict("one-person-one-duty.duty-conflict");
        }
    }

    private Session session() {
        return getEntityManager().unwrap(Session.class);
    }
}
