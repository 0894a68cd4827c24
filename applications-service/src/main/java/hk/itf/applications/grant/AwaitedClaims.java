package hk.itf.applications.grant;

import hk.itf.infra.clock.Candidate;
import hk.itf.infra.clock.HongKong;
import hk.itf.infra.sql.PlainQuery;
import hk.itf.infra.sql.ScalarQuery;
import hk.itf.model.id.GrantId;
import hk.itf.model.id.Uuids;
import hk.itf.model.scheme.tranche.ClaimKind;
import hk.itf.model.scheme.tranche.ClaimRule;
import hk.itf.model.scheme.tranche.PlannedTranche;
import hk.itf.model.scheme.tranche.TranchePlan;
import io.agroal.api.AgroalDataSource;
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
     * Condition: the grantee could file the awaited claim {@code w} and has not. A late report ends the absence when it is
     * accepted.
     */
    private static final String IS_MISSING = """
            (not exists (select from claim c where c.tranche_id = w.tranche_id and c.kind = w.kind
                         and (c.status = 'ACCEPTED'
                              or c.status in ('SUBMITTED', 'CLARIFYING')
                                 and c.submitted_at < cast(w.due_by + 1 as timestamp) at time zone :zone) offset 0)
             and\s""" + GrantTranches.POSSIBLE + ")";

    private static final String WATCHED = "w.watched and w.overdue_at is null";
    private static final String OVERDUE = WATCHED + " and w.due_by < :today";
    private static final String COMING = WATCHED + " and w.reminded_at is null and w.due_by between :today and :until";

    /** An awaited report with its due day. */
    public record Awaited(UUID id, GrantId grant, LocalDate dueBy) {}

    private final Session session;
    private final AgroalDataSource database;

    AwaitedClaims(Session session, AgroalDataSource database) {
        this.session = session;
        this.database = database;
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

    /**
     * Awaited reports that were due before this day, earliest first. A report is due to be marked when it is missing.
     *
     * @param after the last report of the page before
     */
    public List<Candidate<Awaited>> overdueOn(LocalDate today, Optional<Candidate<Awaited>> after, int limit) {
        return page(OVERDUE, after, limit).set("today", today).list(AwaitedClaims::candidate);
    }

    /** Returns the report if it is still missing. The grant is locked. */
    public Optional<AwaitedClaim> overdueOn(LocalDate today, UUID id) {
        return missing(OVERDUE, id)
                .setParameter("today", today)
                .uniqueResultOptional()
                .flatMap(row -> findByIdOptional(id));
    }

    /**
     * Awaited reports due from today until this day, without a reminder, earliest first. A reminder is due when the report is
     * missing.
     *
     * @param after the last report of the page before
     */
    public List<Candidate<Awaited>> comingUntil(
            LocalDate today, LocalDate until, Optional<Candidate<Awaited>> after, int limit) {
        return page(COMING, after, limit)
                .set("today", today)
                .set("until", until)
                .list(AwaitedClaims::candidate);
    }

    /** Returns the report if it is still missing. The grant is locked. */
    public Optional<AwaitedClaim> comingUntil(LocalDate today, LocalDate until, UUID id) {
        return missing(COMING, id)
                .setParameter("today", today)
                .setParameter("until", until)
                .uniqueResultOptional()
                .flatMap(row -> findByIdOptional(id));
    }

    private PlainQuery page(String condition, Optional<Candidate<Awaited>> after, int limit) {
        var last = after.map(Candidate::key);
        return PlainQuery.of(database, """
                        select w.id, w.application_id, w.due_by, %s
                        from (select id, application_id, tranche_id, kind, due_by from awaited_claim w
                              where %s and (w.due_by, w.id) > (:dueBy, :after) order by w.due_by, w.id limit :limit) w
                        order by w.due_by, w.id
                        """.formatted(IS_MISSING, condition))
                .set("dueBy", last.map(Awaited::dueBy).orElse(LocalDate.EPOCH))
                .set("after", last.map(Awaited::id).orElse(Uuids.LOWEST))
                .set("limit", limit)
                .set("zone", HongKong.ZONE.getId());
    }

    private NativeQuery<UUID> missing(String condition, UUID id) {
        return ScalarQuery.of(
                        session,
                        "select w.id from awaited_claim w where w.id = :id and " + condition + " and " + IS_MISSING,
                        UUID.class)
                .setParameter("id", id)
                .setParameter("zone", HongKong.ZONE.getId());
    }

    private static Candidate<Awaited> candidate(PlainQuery.Row row) {
        return new Candidate<>(new Awaited(row.uuid(1), GrantId.of(row.uuid(2)), row.date(3)), row.flag(4));
    }
}
