package hk.itf.disbursement.dutyconflict;

import hk.itf.infra.clock.Candidate;
import hk.itf.infra.sql.PlainQuery;
import hk.itf.infra.sql.ScalarQuery;
import hk.itf.model.DomainException;
import hk.itf.model.id.GrantId;
import hk.itf.model.id.PersonId;
import hk.itf.model.id.Uuids;
import io.agroal.api.AgroalDataSource;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;

/** Stores duty conflicts. A conflict changes under the lock of its award; the award is locked before the conflict. */
@ApplicationScoped
public class DutyConflicts implements PanacheRepositoryBase<DutyConflict, UUID> {

    private static final String OPEN = """
            select d.grant_id, d.id, %s = 'UNDONE'
            from (select grant_id, id, person, held from duty_conflict
                  where resolved_at is null and held in ('PREPARED', 'RELEASED', 'VERIFIED_PAYEE')
                    and (grant_id, id) > (:afterGrant, :afterId)
                  order by grant_id, id limit :limit) d
            order by d.grant_id, d.id
            """.formatted(ActStatuses.of("d"));

    private final AgroalDataSource database;

    DutyConflicts(AgroalDataSource database) {
        this.database = database;
    }

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

    /** An open conflict. */
    record Open(GrantId grant, UUID id) {}

    /**
     * Open conflicts about acts in this service, by grant. A conflict is due to be resolved when its act is undone.
     *
     * @param after the last conflict of the page before
     */
    List<Candidate<Open>> open(Optional<Candidate<Open>> after, int limit) {
        var last = after.map(Candidate::key).orElse(new Open(GrantId.of(Uuids.LOWEST), Uuids.LOWEST));
        return PlainQuery.of(database, OPEN)
                .set("afterGrant", last.grant().value())
                .set("afterId", last.id())
                .set("limit", limit)
                .list(row -> new Candidate<>(new Open(GrantId.of(row.uuid(1)), row.uuid(2)), row.flag(3)));
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
