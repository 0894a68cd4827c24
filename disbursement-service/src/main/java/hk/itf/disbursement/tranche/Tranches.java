package hk.itf.disbursement.tranche;

import hk.itf.model.DomainException;
import hk.itf.model.id.GrantId;
import hk.itf.model.id.OrganisationId;
import hk.itf.model.id.TrancheId;
import hk.itf.model.money.Money;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;

/** Tranches; the last lock of every lock order. */
@ApplicationScoped
public class Tranches implements PanacheRepositoryBase<Tranche, UUID> {

    /** Every gate is met, no hold is in the way, and one person has one duty. {@link PaymentReadinessCheck} says the same of one. */
    private static final String UNHINDERED = """
            from tranche t join award a using (grant_id)
            where a.status = 'AGREED' and t.payable_cents > 0 and t.settles_at_cents is null
              and not exists (select from tranche_gate g
                              where g.tranche_id = t.id and g.met_at is null and g.gate <> 'PAYEE_VERIFIED')
              and exists (select from payee_account pa join payee p on p.organisation = pa.organisation and p.number = pa.newest
                          where pa.organisation = a.organisation and p.status = 'VERIFIED' and p.cools_off_at <= :now)
              and not exists (select from hold h where h.lifted_at is null
                              and h.target_id in (t.id, t.advance_of, t.grant_id, a.organisation))
              and not exists (select from duty_conflict d where d.grant_id = t.grant_id and d.resolved_at is null)
            """;

    /** Whose it is and to whom it would be paid: read without a lock, to know what to lock first. */
    public record Address(GrantId grant, OrganisationId organisation) {}

    public void add(Tranche tranche) {
        persistAndFlush(tranche); // its gates refer to it in plain SQL
    }

    public Address addressOf(TrancheId id) {
        return session()
                .createNativeQuery("""
                        select t.grant_id, a.organisation from tranche t join award a using (grant_id)
                        where t.id = :id and a.organisation is not null
                        """, Object[].class)
                .setParameter("id", id.value())
                .getResultStream()
                .map(Tranches::address)
                .findFirst()
                .orElseThrow(() -> DomainException.notFound("tranche"));
    }

    private static Address address(Object[] columns) {
        return new Address(GrantId.of((UUID) columns[0]), OrganisationId.of((UUID) columns[1]));
    }

    public Tranche lock(TrancheId id) {
        return findByIdOptional(id.value(), LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(() -> DomainException.notFound("tranche"));
    }

    /** What is paid of a tranche in advance, unless it is part of it again. */
    public Optional<Tranche> lockAdvanceOf(TrancheId id) {
        return findByIdOptional(id.advance().value(), LockModeType.PESSIMISTIC_WRITE)
                .filter(advance -> advance.status() != TrancheStatus.CANCELLED);
    }

    public boolean isSplit(TrancheId id) {
        return isThere(id.advance());
    }

    public boolean isThere(TrancheId id) {
        return findByIdOptional(id.value()).isPresent();
    }

    public List<Tranche> lockAllOf(GrantId grant) {
        return find("grant = ?1 order by id", grant.value())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    List<TrancheId> preparedFor(OrganisationId organisation) {
        return ids(session()
                .createNativeQuery("""
                        select t.id from tranche t join award a using (grant_id)
                        where a.organisation = :organisation and t.status = 'PREPARED' order by t.id
                        """, UUID.class)
                .setParameter("organisation", organisation.value())
                .getResultList());
    }

    /** Scheduled tranches of agreed awards that nothing stands against. */
    List<TrancheId> ripe(Instant now, int limit) {
        return ids(session()
                .createNativeQuery(
                        "select t.id " + UNHINDERED + " and t.status = 'SCHEDULED' order by t.id limit :limit",
                        UUID.class)
                .setParameter("now", now)
                .setParameter("limit", limit)
                .getResultList());
    }

    /** Due tranches that nothing stands against, longest due first. */
    public List<PayableTranche> payable(Instant now, int limit) {
        return session()
                .createNativeQuery(
                        "select t.id, t.version, t.payable_cents - t.set_off_cents " + UNHINDERED
                                + " and t.status = 'DUE' order by t.due_at, t.id limit :limit",
                        Object[].class)
                .setParameter("now", now)
                .setParameter("limit", limit)
                .getResultStream()
                .map(row -> new PayableTranche(
                        TrancheId.of((UUID) row[0]), (Integer) row[1], Money.ofCents(((Number) row[2]).longValue())))
                .toList();
    }

    private static List<TrancheId> ids(List<UUID> found) {
        return found.stream().map(id -> TrancheId.of(id)).toList();
    }

    private Session session() {
        return getEntityManager().unwrap(Session.class);
    }
}
