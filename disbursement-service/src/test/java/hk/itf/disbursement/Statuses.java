package hk.itf.disbursement;

import hk.itf.model.id.GrantId;
import hk.itf.model.id.TrancheId;
import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.UUID;
import org.hibernate.Session;

/** Reads statuses from the database. A test that waits reads a status many times, and a request takes much longer. */
@ApplicationScoped
class Statuses {

    private final EntityManager entities;

    Statuses(EntityManager entities) {
        this.entities = entities;
    }

    /** The bean of the running service, for fixtures that are not beans. */
    static Statuses ofService() {
        return Arc.container().instance(Statuses.class).get();
    }

    /** The status of an award; an empty text without an award. */
    String ofAward(GrantId grant) {
        return status("select status from award where grant_id = :id", grant.value());
    }

    /** The status of a tranche; an empty text without a tranche. */
    String ofTranche(TrancheId tranche) {
        return status("select status from tranche where id = :id", tranche.value());
    }

    /** Whether payments of the grant are on hold. */
    boolean hasActiveHold(GrantId grant) {
        return !status("select 'HELD' from hold where target_id = :id and lifted_at is null limit 1", grant.value())
                .isEmpty();
    }

    private String status(String sql, UUID id) {
        return QuarkusTransaction.requiringNew()
                .call(() -> entities.unwrap(Session.class)
                        .createNativeQuery(sql, String.class)
                        .setParameter("id", id)
                        .uniqueResultOptional()
                        .orElse(""));
    }
}
