package hk.itf.disbursement.award;

import hk.itf.infra.clock.Candidate;
import hk.itf.infra.sql.PlainQuery;
import hk.itf.infra.sql.ScalarQuery;
import hk.itf.model.DomainException;
import hk.itf.model.id.EnvelopeId;
import hk.itf.model.id.GrantId;
import hk.itf.model.id.OrganisationId;
import hk.itf.model.id.Uuids;
import hk.itf.model.scheme.value.SchemeId;
import io.agroal.api.AgroalDataSource;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
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
            and not exists (select from recovery s
                            where s.receivable_id = r.id and s.how = 'SET_OFF' and s.status = 'CONFIRMED' offset 0)
            """;

    /**
     * A next stage is possible: its gate can be claimed or was passed since {@code :since}, or a request for it is
     * under review.
     */
    private static final String MAY_HAVE_NEXT_STAGE = """
            (a.later_stages > 0 and (
              exists (select from tranche t where t.grant_id = a.grant_id and t.claim_by >= :since offset 0)
              or exists (select from stage_request s where s.grant_id = a.grant_id
                         and (s.under_review > 0 or s.passed_on >= :since) offset 0)))
            """;

    private final AgroalDataSource database;

    Awards(AgroalDataSource database) {
        this.database = database;
    }

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

    /** An award in a funding queue with its place. */
    public record Queued(GrantId grant, long position) {}

    /** The next awards in the queue of an envelope, behind a position; 0 is before the first. */
    public List<Queued> waitingIn(EnvelopeId envelope, long behind, int limit) {
        return session()
                .createNativeQuery("""
                        select grant_id, queue_position from award
                        where envelope_id = :envelope and waiting_for = 'FUNDS' and queue_position > :behind
                        order by queue_position limit :limit
                        """, Object[].class)
                .setParameter("envelope", envelope.value())
                .setParameter("behind", behind)
                .setParameter("limit", limit)
                .getResultStream()
                .map(row -> new Queued(GrantId.of((UUID) row[0]), (Long) row[1]))
                .toList();
    }

    public long nextQueuePosition() {
        return ScalarQuery.of(session(), "select nextval('queue_position')", Long.class)
                .getSingleResult();
    }

    /**
     * Agreed awards whose tranches are all paid or cancelled and that owe nothing, by id. An award is due to close when no
     * stage can follow.
     *
     * @param since see {@link #mayHaveNextStage}
     * @param after the last award of the page before
     */
    public List<Candidate<GrantId>> withoutOpenTranche(LocalDate since, Optional<Candidate<GrantId>> after, int limit) {
        return candidates(PlainQuery.of(database, """
                        select a.grant_id, not %s
                        from (select grant_id, later_stages from award
                              where status = 'AGREED' and open_tranches = 0 and owed_cents = 0 and keep_cents is null
                                and waiting_for is null and grant_id > :after
                              order by grant_id limit :limit) a
                        order by a.grant_id
                        """.formatted(MAY_HAVE_NEXT_STAGE))
                .set("since", since)
                .set("after", keyOf(after))
                .set("limit", limit));
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
     * Awards with an unfinished termination, and terminated awards with an amount that bounced later, by id. A termination is
     * due to complete when the bank has answered every payment.
     *
     * @param after the last award of the page before
     */
    public List<Candidate<GrantId>> withUnfinishedTermination(Optional<Candidate<GrantId>> after, int limit) {
        return candidates(
                PlainQuery.of(database, """
                        select a.grant_id,
                          not exists (select from tranche t where t.grant_id = a.grant_id and t.status = 'RELEASED' offset 0)
                        from (select grant_id from award
                              where keep_cents is not null
                                and (status = 'AGREED' or status = 'TERMINATED' and committed_cents > released_cents)
                                and grant_id > :after
                              order by grant_id limit :limit) a
                        order by a.grant_id
                        """).set("after", keyOf(after)).set("limit", limit));
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

    /** An award that waits for a debt, with the time of its approval. */
    public record Indebted(GrantId grant, Instant recordedAt) {}

    /**
     * Awards that wait for a debt, first recorded first. An award is due to resume when its organisation has no overdue debt.
     *
     * @param after the last award of the page before
     */
    public List<Candidate<Indebted>> waitingForDebt(LocalDate today, Optional<Candidate<Indebted>> after, int limit) {
        var last = after.map(Candidate::key).orElse(new Indebted(GrantId.of(Uuids.LOWEST), Instant.EPOCH));
        return PlainQuery.of(database, """
                        select a.grant_id, a.recorded_at,
                          not exists (select from receivable r where r.organisation = a.organisation and %s offset 0)
                        from (select grant_id, recorded_at, organisation from award
                              where waiting_for = 'DEBT' and (recorded_at, grant_id) > (:recordedAt, :after)
                              order by recorded_at, grant_id limit :limit) a
                        order by a.recorded_at, a.grant_id
                        """.formatted(IS_OVERDUE_DEBT))
                .set("today", today)
                .set("recordedAt", last.recordedAt())
                .set("after", last.grant().value())
                .set("limit", limit)
                .list(row -> new Candidate<>(new Indebted(GrantId.of(row.uuid(1)), row.instant(2)), row.flag(3)));
    }

    private static List<Candidate<GrantId>> candidates(PlainQuery query) {
        return query.list(row -> new Candidate<>(GrantId.of(row.uuid(1)), row.flag(2)));
    }

    private static UUID keyOf(Optional<Candidate<GrantId>> after) {
        return after.map(last -> last.key().value()).orElse(Uuids.LOWEST);
    }

    private Session session() {
        return getEntityManager().unwrap(Session.class);
    }
}
