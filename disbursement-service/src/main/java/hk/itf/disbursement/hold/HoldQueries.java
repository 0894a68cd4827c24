package hk.itf.disbursement.hold;

import hk.itf.infra.http.CallerLanguage;
import hk.itf.infra.http.Page;
import hk.itf.model.id.Uuids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import org.jspecify.annotations.Nullable;

/** Reads holds. */
@ApplicationScoped
class HoldQueries {

    private final EntityManager entities;

    HoldQueries(EntityManager entities) {
        this.entities = entities;
    }

    @Transactional
    Page<HoldView> list(boolean isActiveOnly, @Nullable String cursor, @Nullable Integer wanted) {
        var size = Page.size(wanted);
        var found = entities.createQuery(
                        "from Hold where id < :after and (liftedAt is null or :activeOnly = false) order by id desc",
                        Hold.class)
                .setParameter("after", Page.cursor(cursor).orElse(Uuids.HIGHEST))
                .setParameter("activeOnly", isActiveOnly)
                .setMaxResults(size + 1)
                .getResultStream()
                .map(hold -> hold.view(CallerLanguage.current()))
                .toList();
        return Page.of(found, size, hold -> hold.id().value());
    }
}
