package hk.itf.applications.application;

import hk.itf.infra.sql.ScalarQuery;
import hk.itf.model.id.TrancheId;
import hk.itf.model.json.Json;
import hk.itf.model.scheme.tranche.TranchePlan;
import jakarta.enterprise.context.ApplicationScoped;
import org.hibernate.Session;

/** Reads the open amendments of running grants, for claims. */
@ApplicationScoped
public class OpenAmendments {

    private final Session session;

    OpenAmendments(Session session) {
        this.session = session;
    }

    /**
     * Whether an open amendment would change the tranche. A termination does not count, because it withdraws the claims of
     * the grant.
     *
     * @param application the application, locked, so that no amendment is filed meanwhile
     */
    public boolean changesTranche(Application application, TrancheId tranche) {
        var before = application.award().plan().flatMap(plan -> plan.tranche(tranche));
        return ScalarQuery.of(session, """
                        select plan from amendment
                        where application_id = :application and kind <> 'TERMINATION'
                          and status in ('DRAFT', 'SUBMITTED', 'CLARIFYING', 'APPROVED')
                        """, String.class)
                .setParameter("application", application.id().value())
                .getResultStream()
                .map(json -> Json.read(json, TranchePlan.class).tranche(tranche))
                .anyMatch(after -> !after.equals(before));
    }
}
