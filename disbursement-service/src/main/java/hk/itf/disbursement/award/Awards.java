package hk.itf.disbursement.award;

import hk.itf.infra.sql.ScalarQuery;
import hk.itf.model.DomainException;
import hk.itf.model.id.EnvelopeId;
import hk.itf.model.id.GrantId;
import hk.itf.model.id.OrganisationId;
import hk.itf.model.scheme.value.SchemeId;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;

/** Stores awards. An award is locked after the payee and the envelope whenever the award or its tranches change. */
@ApplicationScoped
public class Awards implements PanacheRepositoryBase<Award, UUID> {

    private static final String IS_OVERDUE_DEBT = """
            r.status = 'OPEN' and r.due_by < :today
            and not exists (select from recovery s where s.receivable_id = r.id and s.how = 'SET_OFF' and s.status = 'CONFIRMED')
            """;

    /**
     * A next stage is possible: its gate can be claimed or was passed since {@code :since}, or a request for it is
     * under review.
     */
    private static final String MAY_HAVE_NEXT_STAGE = """
            a.later_stages > 0 and (
              exists (select from tranche t where t.grant_id = a.grant_id and t.claim_by >= :since)
              or exists (select from stage_request s where s.grant_id = a.grant_id
                         and (s.under_review > 0 or s.passed_on >= :since)))
            """;

    public void add(Award award) {
        persist(award);
    }

    public Award lock(GrantId grant) {
        return lockIfPresent(grant).orElseThrow(() -> DomainException.notFound("award"));
    }

    /** Locks several awards, always in the same order. Returns them in the order of the argument. */
    public List<Award> lockAll(List<GrantId> grants) {
        grants.stream().map(GrantId::value).distinct().sorted().map(GrantId::of).forEach(this::lock);
        return grants.stream().map(this::lock).toList();
    }

    public Optional<Award> lockIfPresent(GrantId grant) {
        return findByIdOptional(grant.value(), LockModeType.PESSIMISTIC_WRITE);
    }

    /**
     * The envelope of an award, read without a lock because the envelope is locked first. Only a carry-over changes it.
     */
    public Optional<EnvelopeId> envelopeOf(GrantId grant) {
        return find(
                        "select place.envelopeId from Award where grant = ?1 and place.envelopeId is not null",
                        grant.value())
                .project(UUID.class)
                .firstResultOptional()
                .map(EnvelopeId::of);
    }

    /** The scheme of an award, read without a lock to find the envelope to lock. It never changes. */
    public SchemeId schemeOf(GrantId grant) {
        return find("select origin.scheme from Award where grant = ?1 and origin.scheme is not null", grant.value())
                .project(String.class)
                .firstResultOptional()
                .map(SchemeId::of)
                .orElseThrow(() -> DomainException.notFound("award"));
    }

    /** The awards in the queue of an envelope, first in the queue first. */
    public List<GrantId> waitingIn(EnvelopeId envelope) {
        return find(
                        "select grant from Award where place.envelopeId = ?1 and place.waitingFor = ?2 order by place.position",
                        envelope.value(),
                        WaitingFor.FUNDS)
                .project(UUID.class)
                .stream()
                .map(GrantId::of)
                .toList();
    }

    public long nextQueuePosition() {
        return ScalarQuery.of(session(), "select nextval('queue_position')", Long.class)
                .getSingleResult();
    }

    /**
     * Agreed awards that can close: every tranche is paid or cancelled, nothing is owed and no stage can follow.
     *
     * @param since see {@link #mayHaveNextStage}
     */
    public List<GrantId> readyToClose(LocalDate since, int limit) {
        return ScalarQuery.of(session(), """
                        select a.grant_id from award a where a.status = 'AGREED' and a.owed_cents = 0
                          and a.keep_cents is null and a.waiting_for is null and not exists (
                          select from tranche t where t.grant_id = a.grant_id and t.status not in ('PAID', 'CANCELLED'))
                          and not (%s)
                        order by a.grant_id limit :limit
                        """.formatted(MAY_HAVE_NEXT_STAGE), UUID.class)
                .setParameter("since", since)
                .setParameter("limit", limit)
                .getResultStream()
                .map(id -> GrantId.of(id))
                .toList();
    }

    /**
     * Whether a later stage can still follow, so that the award must stay open.
     *
     * @param since first day on which a last day to claim, or a passed gate, still allows a next stage
     */
    public boolean mayHaveNextStage(GrantId grant, LocalDate since) {
        return ScalarQuery.of(
                        session(),
                        "select exists (select from award a where a.grant_id = :grant and " + MAY_HAVE_NEXT_STAGE + ")",
                        Boolean.class)
                .setParameter("grant", grant.value())
                .setParameter("since", since)
                .getSingleResult();
    }

    /**
     * Awards whose termination can complete because the bank has answered every payment, and terminated awards with an
     * amount that bounced later.
     */
    public List<GrantId> readyToTerminate(int limit) {
        return ScalarQuery.of(session(), """
                        select a.grant_id from award a where a.keep_cents is not null
                          and (a.status = 'AGREED' or (a.status = 'TERMINATED' and a.committed_cents > a.released_cents))
                          and not exists (select from tranche t where t.grant_id = a.grant_id and t.status = 'RELEASED')
                        order by a.grant_id limit :limit
                        """, UUID.class)
                .setParameter("limit", limit)
                .getResultStream()
                .map(id -> GrantId.of(id))
                .toList();
    }

    /** Whether an organisation has an overdue receivable. A receivable with a confirmed set-off does not count. */
    public boolean hasOverdueDebt(OrganisationId organisation, LocalDate today) {
        return ScalarQuery.of(
                                session(),
                                "select count(*) from receivable r where r.organisation = :organisation and "
                                        + IS_OVERDUE_DEBT,
                                Long.class)
                        .setParameter("organisation", organisation.value())
                        .setParameter("today", today)
                        .getSingleResult()
                > 0;
    }

    /** Awards that wait for a debt and whose organisation has no overdue debt now, first recorded first. */
    public List<GrantId> waitingWithoutDebt(LocalDate today, int limit) {
        return ScalarQuery.of(session(), """
                        select a.grant_id from award a where a.waiting_for = 'DEBT'
                          and not exists (select from receivable r where r.organisation = a.organisation and %s)
                        order by a.recorded_at, a.grant_id limit :limit
                        """.formatted(IS_OVERDUE_DEBT), UUID.class)
                .setParameter("today", today)
                .setParameter("limit", limit)
                .getResultStream()
                .map(id -> GrantId.of(id))
                .toList();
    }

    private Session session() {
        return getEntityManager().unwrap(Session.class);
    }
}
