package hk.itf.disbursement.commitment;

import hk.itf.model.id.GrantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Claims of a stage gate and amendments for a later stage, as far as they keep an award from being closed. Topics are not
 * ordered among each other, so what is submitted counts up and what is decided or withdrawn counts down, in any order; more
 * than zero is under review.
 */
@ApplicationScoped
class StageRequests {

    private final EntityManager entities;

    StageRequests(EntityManager entities) {
        this.entities = entities;
    }

    void submitted(GrantId grant, UUID request) {
        count(grant, request, 1);
    }

    void answered(GrantId grant, UUID request) {
        count(grant, request, -1);
    }

    /** Withdrawn, if it is one at all: it comes after its submission, in the same topic. */
    void withdrawn(UUID request) {
        entities.createNativeQuery("update stage_request set under_review = under_review - 1 where id = :id")
                .setParameter("id", request)
                .executeUpdate();
    }

    void passed(UUID request, LocalDate day) {
        entities.createNativeQuery("update stage_request set passed_on = :day where id = :id")
                .setParameter("id", request)
                .setParameter("day", day)
                .executeUpdate();
    }

    private void count(GrantId grant, UUID request, int by) {
        entities.createNativeQuery("""
                        insert into stage_request (id, grant_id, under_review) values (:id, :grant, :by)
                        on conflict (id) do update set under_review = stage_request.under_review + excluded.under_review
                        """)
                .setParameter("id", request)
                .setParameter("grant", grant.value())
                .setParameter("by", by)
                .executeUpdate();
    }
}
