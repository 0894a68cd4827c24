package hk.itf.applications.grant;

import hk.itf.infra.clock.HongKong;
import hk.itf.model.id.GrantId;
import hk.itf.model.scheme.tranche.ClaimKind;
import hk.itf.model.scheme.tranche.ClaimRule;
import hk.itf.model.scheme.tranche.PlannedTranche;
import hk.itf.model.scheme.tranche.TranchePlan;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;

/** The store of awaited claims of running grants. */
@ApplicationScoped
public class AwaitedClaims implements PanacheRepositoryBase<AwaitedClaim, UUID> {

    /**
     * Missing reports of running grants that the grantee could file. A late report ends the absence when it is accepted.
     */
    private static final String MISSING = """
            select w.id, w.application_id from awaited_claim w
              join application a on a.id = w.application_id and a.status = 'ACTIVE'
              join grant_tranche t on t.id = w.tranche_id and t.status <> 'CANCELLED'
            where w.overdue_at is null
              and not exists (select 1 from claim c where c.tranche_id = w.tranche_id and c.kind = w.kind
                              and (c.status = 'ACCEPTED'
                                   or c.status in ('SUBMITTED', 'CLARIFYING')
                                      and c.submitted_at < cast(w.due_by + 1 as timestamp) at time zone :zone))
              and\s""" + GrantTranches.POSSIBLE;

    private static final String OVERDUE = MISSING + " and w.due_by < :today";
    private static final String COMING = MISSING + " and w.reminded_at is null and w.due_by between :today and :until";
    private static final String SOME = " order by w.due_by, w.id limit 100";
    private static final String THIS = " and w.id = :id";

    /** A missing report. */
    public record Missing(UUID id, GrantId grant) {}

    private final Session session;

    AwaitedClaims(Session session) {
        this.session = session;
    }

    /** Adopts a plan: known claims move with their tranche, new ones are added. */
    public void follow(GrantId application, TranchePlan plan, ClaimRule rule) {
        var known = list("applicationId", application.value());
        for (PlannedTranche planned : plan.tranches()) {
            for (var kind : AwaitedClaim.kinds(rule, planned.gates())) {
                known.stream()
                        .filter(each -> each.tranche().equals(planned.id()) && each.kind() == kind)
                        .findFirst()
                        .ifPresentOrElse(
                                each -> each.follow(planned),
                                () -> persist(AwaitedClaim.on(application, planned, kind)));
            }
        }
        session.flush();
    }

    /** The awaited claims of one kind of a grant. */
    public List<AwaitedClaim> of(GrantId application, ClaimKind kind) {
        return list("applicationId = ?1 and kind = ?2", application.value(), kind);
    }

    /** The awaited reports of a grant, by due day. */
    public List<AwaitedClaim> reportsOf(GrantId application) {
        return list("applicationId = ?1 and dueBy is not null order by dueBy, kind", application.value());
    }

    /** Missing reports that were due before this day. */
    public List<Missing> overdueOn(LocalDate today) {
        return missing(OVERDUE + SOME)
                .setParameter("today", today)
                .getResultStream()
                .map(AwaitedClaims::found)
                .toList();
    }

    /** Locks the missing report; empty when it was filed or moved meanwhile. */
    public Optional<AwaitedClaim> overdueOn(LocalDate today, UUID id) {
        return missing(OVERDUE + THIS)
                .setParameter("today", today)
                .setParameter("id", id)
                .uniqueResultOptional()
                .flatMap(row -> findByIdOptional(id));
    }

    /** Missing reports due from today until this day, without a reminder. */
    public List<Missing> comingUntil(LocalDate today, LocalDate until) {
        return missing(COMING + SOME)
                .setParameter("today", today)
                .setParameter("until", until)
                .getResultStream()
                .map(AwaitedClaims::found)
                .toList();
    }

    /** Locks the missing report; empty when it was filed or moved meanwhile. */
    public Optional<AwaitedClaim> comingUntil(LocalDate today, LocalDate until, UUID id) {
        return missing(COMING + THIS)
                .setParameter("today", today)
                .setParameter("until", until)
                .setParameter("id", id)
                .uniqueResultOptional()
                .flatMap(row -> findByIdOptional(id));
    }

    private NativeQuery<Object[]> missing(String sql) {
        return session.createNativeQuery(sql, Object[].class).setParameter("zone", HongKong.ZONE.getId());
    }

    private static Missing found(Object[] row) {
        return new Missing((UUID) row[0], GrantId.of((UUID) row[1]));
    }
}
