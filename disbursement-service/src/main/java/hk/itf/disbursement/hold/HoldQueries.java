package hk.itf.disbursement.hold;

import hk.itf.infra.http.CallerLanguage;
import hk.itf.infra.http.Page;
import hk.itf.model.DomainException;
import hk.itf.model.id.Uuids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import org.jspecify.annotations.Nullable;

/** Lists holds, which stop payments until they are lifted. */
@ApplicationScoped
class HoldQueries {

    private final EntityManager entities;

    HoldQueries(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * A page of holds, the newest first, because ids ascend with time.
     *
     * @param activeOnly leaves out the lifted holds
     * @param cursor the end of the page before; null for the first page
     * @param wantedSize null for the default size
     * @throws DomainException {@code invalid-parameter} when the cursor or the size is invalid
     */
    @Transactional
    Page<HoldView> list(boolean activeOnly, @Nullable String cursor, @Nullable Integer wantedSize) {
        var size = Page.size(wantedSize);
        var found = entities.createQuery(
                        "from Hold where id < :below" + (activeOnly ? " and liftedAt is null" : "")
                                + " order by id desc",
                        Hold.class)
                .setParameter("below", Page.cursor(cursor).orElse(Uuids.HIGHEST))
                .setMaxResults(size + 1) // one more than the page, to see whether another page follows
                .getResultStream()
                .map(hold -> hold.view(CallerLanguage.current()))
                .toList();
        return Page.of(found, size, view -> view.id().value());
    }
}
