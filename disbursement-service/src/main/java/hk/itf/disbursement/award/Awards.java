package hk.itf.disbursement.award;

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

/** Awards; always locked when they or their tranches are to change, after payee and envelope. */
@ApplicationScoped
public class Awards implements PanacheRepositoryBase<Award, UUID> {

    private static final String BLOCKS = """
            r.status = 'OPEN' and r.due_by < :today
            and not exists (select from recovery s where s.receivable_id = r.id and s.how = 'SET_OFF' and s.status = 'CONFIRMED')
            """;

    /** A stage may follow: its gate could be claimed or was passed not long ago, or something of it is under review. */
    private static final String MAY_GO_ON = """
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

    /** Several, always in the same order; the answer is in the order asked for. */
    public List<Award> lockAll(List<GrantId> grants) {
        grants.stream().map(GrantId::value).distinct().sorted().map(GrantId::of).forEach(this::lock);
        return grants.stream().map(this::lock).toList();
    }

    public Optional<Award> lockIfPresent(GrantId grant) {
        return findByIdOptional(grant.value(), LockModeType.PESSIMISTIC_WRITE);
    }

    /** Read without a lock, because the envelope is locked first; only the end of a year moves an award to another one. */
    public Optional<EnvelopeId> envelopeOf(GrantId grant) {
        return find(
                        "select place.envelopeId from Award where grant = ?1 and place.envelopeId is not null",
                        grant.value())
                .project(UUID.class)
                .firstResultOptional()
                .map(EnvelopeId::of);
    }

    /** Read without a lock, to know which envelope to lock; an award never changes its scheme. */
    public SchemeId schemeOf(GrantId grant) {
        return find("select origin.scheme from Award where grant = ?1 and origin.scheme is not null", grant.value())
                .project(String.class)
                .firstResultOptional()
                .map(SchemeId::of)
                .orElseThrow(() -> DomainException.notFound("award"));
    }

    /** The queue of an envelope, in the order it was recorded. */
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
        return session()
                .createNativeQuery("select nextval('queue_position')", Long.class)
                .getSingleResult();
    }

    /** Agreed awards of which every tranche is paid or cancelled, nothing is owed, and no stage may follow. */
    public List<GrantId> readyToClose(LocalDate since, int limit) {
        return session()
                .createNativeQuery("""
                        select a.grant_id from award a where a.status = 'AGREED' and a.owed_cents = 0
                          and a.keep_cents is null and a.waiting_for is null and not exists (
                          select from tranche t where t.grant_id = a.grant_id and t.status not in ('PAID', 'CANCELLED'))
                          and not (%s)
                        order by a.grant_id limit :limit
                        """.formatted(MAY_GO_ON), UUID.class)
                .setParameter("since", since)
                .setParameter("limit", limit)
                .getResultStream()
                .map(id -> GrantId.of(id))
                .toList();
    }

    /**
     * Whether a later stage may still follow, so that nothing is given back yet.
     *
     * @param since the day from which on a last day to claim, or a passed gate, is not long ago
     */
    public boolean mayGoOn(GrantId grant, LocalDate since) {
        return session()
                .createNativeQuery(
                        "select exists (select from award a where a.grant_id = :grant and " + MAY_GO_ON + ")",
                        Boolean.class)
                .setParameter("grant", grant.value())
                .setParameter("since", since)
                .getSingleResult();
    }

    /** Awards that were ended, of which nothing is on its way any more; and those of which something came back since. */
    public List<GrantId> readyToTerminate(int limit) {
        return session()
                .createNativeQuery("""
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

    /**
     * Whether an organisation has overdue debt that nothing is being done about: one against which a set-off was
     * instructed is being dealt with.
     */
    public boolean inDebt(OrganisationId organisation, LocalDate today) {
        return session()
                        .createNativeQuery(
                                "select count(*) from receivable r where r.organisation = :organisation and " + BLOCKS,
                                Long.class)
                        .setParameter("organisation", organisation.value())
                        .setParameter("today", today)
                        .getSingleResult()
                > 0;
    }

    /** Awards that wait for a debt which is dealt with by now, in the order they were recorded. */
    public List<GrantId> outOfDebt(LocalDate today, int limit) {
        return session()
                .createNativeQuery("""
                        select a.grant_id from award a where a.waiting_for = 'DEBT'
                          and not exists (select from receivable r where r.organisation = a.organisation and %s)
                        order by a.recorded_at, a.grant_id limit :limit
                        """.formatted(BLOCKS), UUID.class)
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
