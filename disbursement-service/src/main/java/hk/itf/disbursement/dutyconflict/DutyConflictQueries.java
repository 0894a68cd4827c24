package hk.itf.disbursement.dutyconflict;

import hk.itf.infra.http.Page;
import hk.itf.model.DomainException;
import hk.itf.model.id.GrantId;
import hk.itf.model.id.Uuids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads duty conflicts. */
@ApplicationScoped
class DutyConflictQueries {

    private final EntityManager entities;
    private final ActStatuses acts;

    DutyConflictQueries(EntityManager entities, ActStatuses acts) {
        this.entities = entities;
        this.acts = acts;
    }

    @Transactional
    DutyConflictView get(UUID id) {
        entities.flush(); // the view then shows the version that will be stored
        var conflict = entities.find(DutyConflict.class, id);
        if (conflict == null) {
            throw DomainException.notFound("duty-conflict");
        }
        return view(conflict);
    }

    @Transactional
    Page<DutyConflictView> list(
            @Nullable GrantId grant,
            @Nullable DutyConflictStatus status,
            @Nullable String cursor,
            @Nullable Integer wanted) {
        var size = Page.size(wanted);
        var query = entities.createQuery(
                        "from DutyConflict where id < :after" + (status == null ? "" : " and status = :status")
                                + (grant == null ? "" : " and grant = :grant") + " order by id desc",
                        DutyConflict.class)
                .setParameter("after", Page.cursor(cursor).orElse(Uuids.HIGHEST));
        if (status != null) {
            query.setParameter("status", status);
        }
        if (grant != null) {
            query.setParameter("grant", grant.value());
        }
        var found =
                query.setMaxResults(size + 1).getResultStream().map(this::view).toList();
        return Page.of(found, size, DutyConflictView::id);
    }

    private DutyConflictView view(DutyConflict conflict) {
        return conflict.view(acts.statusOf(conflict.grant(), conflict.person(), conflict.held()));
    }
}
