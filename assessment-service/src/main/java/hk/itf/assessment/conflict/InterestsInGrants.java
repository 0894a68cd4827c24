package hk.itf.assessment.conflict;

import hk.itf.infra.sql.ScalarQuery;
import hk.itf.model.id.GrantId;
import hk.itf.model.id.PersonId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.hibernate.Session;

/** The store of interests declared in one grant. They hold in every case of the grant and never end. */
@ApplicationScoped
class InterestsInGrants {

    private final Session entities;

    InterestsInGrants(Session entities) {
        this.entities = entities;
    }

    /** Stores an interest. A repeated declaration changes nothing. */
    void declare(GrantId grant, PersonId person, String reason, Instant now) {
        entities.createNativeMutationQuery("""
                        insert into interest_in_grant (grant_id, person, reason, declared_at)
                        values (:grant, :person, :reason, :now) on conflict do nothing
                        """)
                .setParameter("grant", grant.value())
                .setParameter("person", person.value())
                .setParameter("reason", reason)
                .setParameter("now", now)
                .executeUpdate();
    }

    boolean has(GrantId grant, PersonId person) {
        return ScalarQuery.of(
                                entities,
                                "select count(*) from interest_in_grant where grant_id = :grant and person = :person",
                                Long.class)
                        .setParameter("grant", grant.value())
                        .setParameter("person", person.value())
                        .getSingleResult()
                > 0;
    }
}
