package hk.itf.disbursement.tranche;

import hk.itf.infra.http.Page;
import hk.itf.model.DomainException;
import hk.itf.model.id.GrantId;
import hk.itf.model.id.TrancheId;
import hk.itf.model.id.Uuids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads tranches, with the payment readiness of each at the current business time. */
@ApplicationScoped
public class TrancheQueries {

    private final EntityManager entities;
    private final Tranches tranches;
    private final PaymentReadinessCheck readinessCheck;
    private final Clock clock;

    TrancheQueries(EntityManager entities, Tranches tranches, PaymentReadinessCheck readinessCheck, Clock clock) {
        this.entities = entities;
        this.tranches = tranches;
        this.readinessCheck = readinessCheck;
        this.clock = clock;
    }

    @Transactional
    public TrancheView get(TrancheId id) {
        entities.flush(); // the view then shows the version that will be stored
        var tranche = entities.find(Tranche.class, id.value());
        if (tranche == null) {
            throw DomainException.notFound("tranche");
        }
        return view(tranche);
    }

    @Transactional
    public List<TrancheView> of(GrantId grant) {
        return entities.createQuery(
                        "from Tranche where grant = :grant order by schedule.number, advanceOf nulls first, id",
                        Tranche.class)
                .setParameter("grant", grant.value())
                .getResultStream()
                .map(this::view)
                .toList();
    }

    @Transactional
    Page<TrancheView> list(@Nullable TrancheStatus status, @Nullable String cursor, @Nullable Integer wanted) {
        var size = Page.size(wanted);
        var query = status == null
                ? entities.createQuery("from Tranche where id < :after order by id desc", Tranche.class)
                : entities.createQuery(
                                "from Tranche where status = :status and id < :after order by id desc", Tranche.class)
                        .setParameter("status", status);
        var found = query.setParameter("after", Page.cursor(cursor).orElse(Uuids.HIGHEST))
                .setMaxResults(size + 1)
                .getResultStream()
                .map(this::view)
                .toList();
        return Page.of(found, size, tranche -> tranche.id().value());
    }

    private TrancheView view(Tranche tranche) {
        var organisation = tranches.lockKeysOf(tranche.id()).organisation();
        return TrancheView.of(tranche, readinessCheck.check(tranche, organisation, clock.instant()));
    }
}
