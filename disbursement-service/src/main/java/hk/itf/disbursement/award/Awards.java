package hk.itf.disbursement.award;

import hk.itf.model.DomainException;
import hk.itf.model.id.EnvelopeId;
import hk.itf.model.id.GrantId;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;

/** Awards; always locked when they or their tranches are to change, after payee and envelope. */
@ApplicationScoped
public class Awards implements PanacheRepositoryBase<Award, UUID> {

    void add(Award award) {
        persist(award);
    }

    public Award lock(GrantId grant) {
        return lockIfThere(grant).orElseThrow(() -> DomainException.notFound("award"));
    }

    public Optional<Award> lockIfThere(GrantId grant) {
        return findByIdOptional(grant.value(), LockModeType.PESSIMISTIC_WRITE);
    }

    /** Read without a lock, because the envelope is locked first; an award never moves to another one. */
    public Optional<EnvelopeId> envelopeOf(GrantId grant) {
        return find("select envelopeId from Award where grant = ?1 and envelopeId is not null", grant.value())
                .project(UUID.class)
                .firstResultOptional()
                .map(EnvelopeId::of);
    }

    /** The queue of an envelope, in the order it was recorded. */
    List<GrantId> waitingIn(EnvelopeId envelope) {
        return find(
                        "select grant from Award where envelopeId = ?1 and status = ?2 order by queuePosition",
                        envelope.value(),
                        AwardStatus.WAITING)
                .project(UUID.class)
                .stream()
                .map(GrantId::of)
                .toList();
    }

    long nextQueuePosition() {
        return session()
                .createNativeQuery("select nextval('queue_position')", Long.class)
                .getSingleResult();
    }

    /** Agreed awards of which every tranche is paid or cancelled. */
    public List<GrantId> readyToClose(int limit) {
        return session()
                .createNativeQuery("""
                        select a.grant_id from award a where a.status = 'AGREED' and not exists (
                          select from tranche t where t.grant_id = a.grant_id and t.status not in ('PAID', 'CANCELLED'))
                        order by a.grant_id limit :limit
                        """, UUID.class)
                .setParameter("limit", limit)
                .getResultStream()
                .map(id -> GrantId.of(id))
                .toList();
    }

    private Session session() {
        return getEntityManager().unwrap(Session.class);
    }
}
