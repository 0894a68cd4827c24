package hk.itf.disbursement.commitment;

import hk.itf.model.id.GrantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Counts the open requests of a next stage: stage gate claims and next-stage amendments. Submission counts up; decision
 * and withdrawal count down, in any order, because topics have no order among each other. A count above zero means
 * under review and keeps the award open.
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

    /** Counts a withdrawal down. The submission came earlier, in the same topic; other filings have no row. */
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
