package hk.itf.applications.grant;

import hk.itf.model.DomainException;
import hk.itf.model.event.DisbursementEvent.AdvanceMerged;
import hk.itf.model.event.DisbursementEvent.AdvanceSplit;
import hk.itf.model.id.GrantId;
import hk.itf.model.id.TrancheId;
import hk.itf.model.scheme.tranche.PlannedTranche;
import hk.itf.model.scheme.tranche.TranchePlan;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.Session;

/** The instalments of running grants. */
@ApplicationScoped
public class GrantTranches implements PanacheRepositoryBase<GrantTranche, UUID> {

    /**
     * An awaited claim ({@code w}) that nothing but the grantee stands in the way of: accounts cannot be filed while
     * another instalment is open.
     */
    static final String POSSIBLE = """
            (w.kind <> 'ACCOUNTS'
             or not exists (select 1 from grant_tranche o where o.application_id = w.application_id and o.id <> w.tranche_id
                            and o.status not in ('PAID', 'CANCELLED')))
            """;

    private static final String PAST_DEADLINE = """
            select t.id from grant_tranche t join application a on a.id = t.application_id
            where t.status = 'SCHEDULED' and t.claim_by < :today and t.advance_of is null and a.status = 'ACTIVE'
              and exists (select 1 from awaited_claim w where w.tranche_id = t.id
                          and not exists (select 1 from claim c where c.tranche_id = t.id and c.kind = w.kind
                                          and c.status in ('SUBMITTED', 'CLARIFYING', 'ACCEPTED'))
                          and\s""" + POSSIBLE + ")";

    private final Session session;

    GrantTranches(Session session) {
        this.session = session;
    }

    public List<GrantTranche> of(GrantId application) {
        return list("applicationId = ?1 order by number, advanceOf nulls first", application.value());
    }

    public GrantTranche get(GrantId application, TrancheId id) {
        return findByIdOptional(id.value())
                .filter(tranche -> tranche.application().equals(application))
                .orElseThrow(() -> DomainException.notFound("tranche"));
    }

    /** As they stand together. */
    public TrancheAmounts together(GrantId application) {
        return new TrancheAmounts(of(application));
    }

    /** Takes over a plan: known instalments change, new ones appear, those left out are cancelled. */
    public void follow(GrantId application, TranchePlan plan) {
        var known = of(application);
        var together = new TrancheAmounts(known);
        for (var tranche : known) {
            if (tranche.advanceOf().isPresent()) {
                continue; // what is paid in advance is promised with the instalment it was split from
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

    /** The grant is ended: what has come this far stays as it is, advances among it, and nothing else is paid. */
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
        get(application, merged.tranche()).merge(merged.amount());
    }

    /**
     * Instalments of running grants whose claim deadline has passed without a claim they await, open or accepted, though
     * it could be filed.
     */
    public List<TrancheId> pastDeadline(LocalDate today) {
        return session.createNativeQuery(PAST_DEADLINE + " order by t.id limit 100", UUID.class)
                .setParameter("today", today)
                .getResultStream()
                .map(TrancheId::of)
                .toList();
    }

    public boolean isPastDeadline(TrancheId tranche, LocalDate today) {
        return !session.createNativeQuery(PAST_DEADLINE + " and t.id = :tranche", UUID.class)
                .setParameter("today", today)
                .setParameter("tranche", tranche.value())
                .getResultList()
                .isEmpty();
    }

    /** Whether nothing more happens to the other instalments of its grant, unless a payment comes back. */
    public boolean othersSettled(GrantTranche tranche) {
        return openBeside(tranche).isEmpty();
    }

    /** The first of the other instalments of its grant that is neither paid nor given up. */
    public Optional<GrantTranche> openBeside(GrantTranche tranche) {
        return of(tranche.application()).stream()
                .filter(other -> !other.id().equals(tranche.id()) && !other.isSettled())
                .findFirst();
    }

    public GrantTranche get(TrancheId id) {
        return findByIdOptional(id.value()).orElseThrow(() -> DomainException.notFound("tranche"));
    }
}
