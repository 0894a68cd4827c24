package hk.itf.disbursement.tranche;

import hk.itf.infra.clock.Candidate;
import hk.itf.infra.sql.PlainQuery;
import hk.itf.infra.sql.ScalarQuery;
import hk.itf.model.DomainException;
import hk.itf.model.id.GrantId;
import hk.itf.model.id.OrganisationId;
import hk.itf.model.id.TrancheId;
import hk.itf.model.id.Uuids;
import hk.itf.model.money.Money;
import io.agroal.api.AgroalDataSource;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;

/** Stores tranches. Tranches are the last rows of the lock order: payee row, envelopes, award, tranches. */
@ApplicationScoped
public class Tranches implements PanacheRepositoryBase<Tranche, UUID> {

    private static final String GATES_ARE_MET =
            "t.unmet_gates = 0 and t.payable_cents > 0 and t.settles_at_cents is null";

    /** Keeps one look at the award for each tranche, by its key. */
    private static final String AWARD_OF_TRANCHE =
            "cross join lateral (select status, organisation from award where grant_id = t.grant_id offset 0) a";

    /**
     * The award is agreed, the bank details are verified, and no hold and no duty conflict stops the tranche. {@link
     * PaymentReadinessCheck} checks the same for one tranche. Each condition is a lookup by key for each tranche; {@code
     * offset 0} keeps the planner from reading a whole table instead.
     */
    private static final String NOTHING_STOPS = """
            (a.status = 'AGREED'
              and exists (select from payee_account pa join payee p on p.organisation = pa.organisation and p.number = pa.newest
                          where pa.organisation = a.organisation and p.status = 'VERIFIED' and p.cools_off_at <= :now offset 0)
              and not exists (select from hold h where h.lifted_at is null
                              and h.target_id in (t.id, t.advance_of, t.grant_id, a.organisation) offset 0)
              and not exists (select from duty_conflict d where d.grant_id = t.grant_id and d.resolved_at is null offset 0))
            """;

    private static final String GATES_MET = """
            select t.id, %s
            from (select t.id, t.grant_id, t.advance_of from tranche t
                  where t.status = 'SCHEDULED' and %s and t.id > :after order by t.id limit :limit) t
            %s order by t.id
            """.formatted(NOTHING_STOPS, GATES_ARE_MET, AWARD_OF_TRANCHE);

    private static final String PAYABLE = """
            select t.id, t.version, t.payable_cents - t.set_off_cents from tranche t %s
            where t.status = 'DUE' and %s and %s order by t.due_at, t.id limit :limit
            """.formatted(AWARD_OF_TRANCHE, GATES_ARE_MET, NOTHING_STOPS);

    private final AgroalDataSource database;

    Tranches(AgroalDataSource database) {
        this.database = database;
    }

    /** The grant and the organisation of a tranche, whose rows are locked before the tranche. */
    public record LockKeys(GrantId grant, OrganisationId organisation) {}

    public void add(Tranche tranche) {
        persistAndFlush(tranche); // the rows of its gates, written by SQL, refer to it
    }

    /** Reads the lock keys of a tranche without a lock. */
    public LockKeys lockKeysOf(TrancheId id) {
        return session()
                .createNativeQuery("""
                        select t.grant_id, a.organisation from tranche t join award a using (grant_id)
                        where t.id = :id and a.organisation is not null
                        """, Object[].class)
                .setParameter("id", id.value())
                .getResultStream()
                .map(Tranches::lockKeys)
                .findFirst()
                .orElseThrow(() -> DomainException.notFound("tranche"));
    }

    private static LockKeys lockKeys(Object[] columns) {
        return new LockKeys(GrantId.of((UUID) columns[0]), OrganisationId.of((UUID) columns[1]));
    }

    public Tranche lock(TrancheId id) {
        return findByIdOptional(id.value(), LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(() -> DomainException.notFound("tranche"));
    }

    /** Locks the advance of a tranche; empty when there is none or it was merged back. */
    public Optional<Tranche> lockAdvanceOf(TrancheId id) {
        return findByIdOptional(id.advance().value(), LockModeType.PESSIMISTIC_WRITE)
                .filter(advance -> advance.status() != TrancheStatus.CANCELLED);
    }

    /** Whether an advance was ever split off from the tranche, merged back or not. */
    public boolean isSplit(TrancheId id) {
        return exists(id.advance());
    }

    public boolean exists(TrancheId id) {
        return findByIdOptional(id.value()).isPresent();
    }

    public List<Tranche> lockAllOf(GrantId grant) {
        return find("grant = ?1 order by id", grant.value())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    List<TrancheId> preparedFor(OrganisationId organisation) {
        return ids(ScalarQuery.of(session(), """
                        select t.id from tranche t join award a using (grant_id)
                        where a.organisation = :organisation and t.status = 'PREPARED' order by t.id
                        """, UUID.class)
                .setParameter("organisation", organisation.value())
                .getResultList());
    }

    /**
     * Scheduled tranches with met gates, by id. A tranche is due to become due when nothing else stops it.
     *
     * @param after the last tranche of the page before
     */
    List<Candidate<TrancheId>> withMetGates(Instant now, Optional<Candidate<TrancheId>> after, int limit) {
        return PlainQuery.of(database, GATES_MET)
                .set("now", now)
                .set("after", after.map(last -> last.key().value()).orElse(Uuids.LOWEST))
                .set("limit", limit)
                .list(row -> new Candidate<>(TrancheId.of(row.uuid(1)), row.flag(2)));
    }

    /** Due tranches that can be prepared now, longest due first. */
    public List<PayableTranche> payable(Instant now, int limit) {
        return session()
                .createNativeQuery(PAYABLE, Object[].class)
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
