package hk.itf.applications.report;

import hk.itf.applications.application.ApplicantAccess;
import hk.itf.applications.application.Applications;
import hk.itf.applications.claim.ClaimStatus;
import hk.itf.applications.grant.AwaitedClaim;
import hk.itf.applications.grant.AwaitedClaims;
import hk.itf.applications.grant.GrantTranche;
import hk.itf.applications.grant.GrantTranches;
import hk.itf.infra.clock.HongKong;
import hk.itf.infra.http.Actor;
import hk.itf.model.id.ClaimId;
import hk.itf.model.id.GrantId;
import hk.itf.model.scheme.tranche.ClaimKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.Session;

/** Reads the report calendar of a grant. Members of the grantee read their own; the secretariat and auditors read all. */
@ApplicationScoped
class ReportQueries {

    private final Session session;
    private final ApplicantAccess access;
    private final Applications applications;
    private final AwaitedClaims awaited;
    private final GrantTranches tranches;
    private final Clock clock;

    ReportQueries(
            Session session,
            ApplicantAccess access,
            Applications applications,
            AwaitedClaims awaited,
            GrantTranches tranches,
            Clock clock) {
        this.session = session;
        this.access = access;
        this.applications = applications;
        this.awaited = awaited;
        this.tranches = tranches;
        this.clock = clock;
    }

    /** The reports by due date. Leaves out reports of cancelled tranches that were neither filed nor overdue. */
    @Transactional
    List<ReportView> of(GrantId grant, Actor actor) {
        requireReadable(grant, actor);
        var today = HongKong.dayOf(clock.instant());
        var tranchesById = tranches.of(grant).stream().collect(Collectors.toMap(GrantTranche::id, Function.identity()));
        var views = new ArrayList<ReportView>();
        for (var each : awaited.reportsOf(grant)) {
            var tranche = Objects.requireNonNull(tranchesById.get(each.tranche()), "every report belongs to a tranche");
            var filed = filed(each);
            if (tranche.status() != GrantTranche.Status.CANCELLED
                    || each.overdueAt().isPresent()
                    || filed.isPresent()) {
                views.add(ReportView.of(each, tranche, filed, waitsForTranches(each, tranche), today));
            }
        }
        return List.copyOf(views);
    }

    /** Accounts can be filed only when every other tranche is paid or cancelled. */
    private boolean waitsForTranches(AwaitedClaim awaited, GrantTranche tranche) {
        return awaited.kind() == ClaimKind.ACCOUNTS && !tranches.othersSettled(tranche);
    }

    private Optional<ReportView.Filed> filed(AwaitedClaim awaited) {
        return session.createNativeQuery("""
                        select id, status from claim
                        where tranche_id = :tranche and kind = :kind and status <> 'DRAFT' order by id desc limit 1
                        """, Object[].class)
                .setParameter("tranche", awaited.tranche().value())
                .setParameter("kind", awaited.kind().name())
                .uniqueResultOptional()
                .map(row -> new ReportView.Filed(ClaimId.of((UUID) row[0]), ClaimStatus.valueOf((String) row[1])));
    }

    private void requireReadable(GrantId grant, Actor actor) {
        if (actor.hasRole("secretariat") || actor.hasRole("auditor")) {
            applications.get(grant);
        } else {
            access.getAsReader(grant, actor.person());
        }
    }
}
