package hk.itf.applications.application;

import hk.itf.model.id.TrancheId;
import hk.itf.model.json.Json;
import hk.itf.model.scheme.tranche.TranchePlan;
import jakarta.enterprise.context.ApplicationScoped;
import org.hibernate.Session;

/** Changes to running grants that are asked for and neither over nor in force, as far as claims need to know. */
@ApplicationScoped
public class OpenAmendments {

    private final Session session;

    OpenAmendments(Session session) {
        this.session = session;
    }

    /**
     * Whether one of them would change the instalment. A termination is in the way of no claim: it closes those it finds.
     *
     * @param application locked, so that none is asked for meanwhile
     */
    public boolean touch(Application application, TrancheId tranche) {
        var before = application.award().plan().flatMap(plan -> plan.tranche(tranche));
        return session.createNativeQuery("""
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
