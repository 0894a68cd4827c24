package hk.itf.applications.grant;

import hk.itf.infra.clock.Candidate;
import hk.itf.infra.sql.PlainQuery;
import hk.itf.infra.sql.ScalarQuery;
import hk.itf.model.DomainException;
import hk.itf.model.event.DisbursementEvent.AdvanceMerged;
import hk.itf.model.event.DisbursementEvent.AdvanceSplit;
import hk.itf.model.id.GrantId;
import hk.itf.model.id.TrancheId;
import hk.itf.model.id.Uuids;
import hk.itf.model.scheme.tranche.PlannedTranche;
import hk.itf.model.scheme.tranche.TranchePlan;
import io.agroal.api.AgroalDataSource;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.Session;

/** The store of the tranches of running grants. */
@ApplicationScoped
public class GrantTranches implements PanacheRepositoryBase<GrantTranche, UUID> {

    /**
     * Condition: the awaited claim {@code w} can be filed. Accounts cannot be filed while another tranche is open.
     */
    static final String POSSIBLE = """
            (w.kind <> 'ACCOUNTS'
             or not exists (select 1 from grant_tranche o where o.application_id = w.application_id and o.id <> w.tranche_id
                            and o.status not in ('PAID', 'CANCELLED') offset 0))
            """;

    /** Condition: the grant is running and awaits a claim on the tranche {@code t} that was neither filed nor accepted. */
    private static final String IS_UNCLAIMED = """
            (exists (select from application a where a.id = t.application_id and a.status = 'ACTIVE' offset 0)
             and exists (select from awaited_claim w where w.tranche_id = t.id
                         and not exists (select from claim c where c.tranche_id = t.id and c.kind = w.kind
                                         and c.status in ('SUBMITTED', 'CLARIFYING', 'ACCEPTED') offset 0)
                         and %s offset 0))
            """.formatted(POSSIBLE);

    private static final String PAST_DEADLINE =
            "t.status = 'SCHEDULED' and t.advance_of is null and t.claim_by < :today";

    private static final String PAGE_PAST_DEADLINE = """
            select t.id, t.claim_by, %s
            from (select id, application_id, claim_by from grant_tranche t
                  where %s and (t.claim_by, t.id) > (:claimBy, :after) order by t.claim_by, t.id limit :limit) t
            order by t.claim_by, t.id
            """.formatted(IS_UNCLAIMED, PAST_DEADLINE);

    /** A scheduled tranche with its claim deadline. */
    public record Deadline(TrancheId tranche, LocalDate claimBy) {}

    private final Session session;
    private final AgroalDataSource database;

    GrantTranches(Session session, AgroalDataSource database) {
        this.session = session;
        this.database = database;
    }

    public List<GrantTranche> of(GrantId application) {
        return list("applicationId = ?1 order by number, advanceOf nulls first", application.value());
    }

    public GrantTranche get(GrantId application, TrancheId id) {
        return findByIdOptional(id.value())
                .filter(tranche -> tranche.application().equals(application))
                .orElseThrow(() -> DomainException.notFound("tranche"));
    }

    /** The amounts of all tranches of a grant. */
    public TrancheAmounts together(GrantId application) {
        return new TrancheAmounts(of(application));
    }

    /** Adopts a plan: known tranches change, new ones are added, omitted ones are cancelled. */
    public void follow(GrantId application, TranchePlan plan) {
        var known = of(application);
        var together = new TrancheAmounts(known);
        for (var tranche : known) {
            if (tranche.advanceOf().isPresent()) {
                continue; // the plan counts an advance within the tranche from which it was split
            }
            plan.tranche(tranche.id())
                    .ifPresentOrElse(
                            planned -> tranche.plan(planned, together.advanced(tranche.id())), tranche::cancel);
        }
        for (PlannedTranche planned : plan.tranches()) {
            if (known.stream().noneMatch(tranche -> tranche.id().equals(planned.id()))) {
                persist(GrantTranche.follow(application, planned));
            }
        }
        session.flush();
    }

    /** Cancels all tranches except those with a kept status. */
    public void endAllBut(GrantId application, Set<GrantTranche.Status> kept) {
        of(application).stream()
                .filter(tranche -> !kept.contains(tranche.status()))
                .forEach(GrantTranche::cancel);
        session.flush();
    }

    public void splitAdvance(GrantId application, AdvanceSplit split) {
        persist(get(application, split.tranche()).splitAdvance(split.advance(), split.advanced(), split.rest()));
    }

    public void mergeAdvance(GrantId application, AdvanceMerged merged) {
        get(application, merged.advance()).cancel();
        get(application, merged.tranche()).mergeAdvanceBack(merged.amount());
    }

    /**
     * Scheduled tranches whose claim deadline has passed, earliest first. A deadline is due to be recorded when no claim is
     * open or accepted that the grantee could have filed.
     *
     * @param after the last tranche of the page before
     */
    public List<Candidate<Deadline>> pastDeadline(LocalDate today, Optional<Candidate<Deadline>> after, int limit) {
        var last = after.map(Candidate::key).orElse(new Deadline(TrancheId.of(Uuids.LOWEST), LocalDate.EPOCH));
        return PlainQuery.of(database, PAGE_PAST_DEADLINE)
                .set("today", today)
                .set("claimBy", last.claimBy())
                .set("after", last.tranche().value())
                .set("limit", limit)
                .list(row -> new Candidate<>(new Deadline(TrancheId.of(row.uuid(1)), row.date(2)), row.flag(3)));
    }

    public boolean isPastDeadline(TrancheId tranche, LocalDate today) {
        return !ScalarQuery.of(
                        session,
                        "select t.id from grant_tranche t where t.id = :tranche and " + PAST_DEADLINE + " and "
                                + IS_UNCLAIMED,
                        UUID.class)
                .setParameter("today", today)
                .setParameter("tranche", tranche.value())
                .getResultList()
                .isEmpty();
    }

    /** Whether all other tranches of the grant are paid or cancelled. */
    public boolean othersSettled(GrantTranche tranche) {
        return openBeside(tranche).isEmpty();
    }

    /** The first other tranche of the grant that is neither paid nor cancelled. */
    public Optional<GrantTranche> openBeside(GrantTranche tranche) {
        return of(tranche.application()).stream()
                .filter(other -> !other.id().equals(tranche.id()) && !other.isSettled())
                .findFirst();
    }

    public GrantTranche get(TrancheId id) {
        return findByIdOptional(id.value()).orElseThrow(() -> DomainException.notFound("tranche"));
    }
}
