package hk.itf.disbursement.receivable;

import hk.itf.infra.clock.HongKong;
import hk.itf.infra.http.CallerLanguage;
import hk.itf.infra.http.Page;
import hk.itf.model.DomainException;
import hk.itf.model.id.OrganisationId;
import hk.itf.model.id.ReceivableId;
import hk.itf.model.id.Uuids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads receivables with their age in business time. */
@ApplicationScoped
public class ReceivableQueries {

    /** The filter of a list of receivables. */
    record Filter(
            @Nullable ReceivableStatus status, @Nullable OrganisationId organisation, boolean overdue) {}

    private final EntityManager entities;
    private final Clock clock;

    ReceivableQueries(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    @Transactional
    public ReceivableView get(ReceivableId id) {
        entities.flush(); // so that the version shown is the one that will be stored
        return Optional.ofNullable(entities.find(Receivable.class, id.value()))
                .map(this::view)
                .orElseThrow(() -> DomainException.notFound("receivable"));
    }

    /** Lists receivables, earliest due date first. The cursor is the last id of the page before. */
    @Transactional
    Page<ReceivableView> list(Filter filter, @Nullable String cursor, @Nullable Integer wanted) {
        var size = Page.size(wanted);
        var after = Page.cursor(cursor).map(id -> entities.find(Receivable.class, id));
        var found = filtered(filter)
                .setParameter("due", after.map(Receivable::dueBy).orElse(LocalDate.EPOCH))
                .setParameter("id", after.map(last -> last.id().value()).orElse(Uuids.LOWEST))
                .setMaxResults(size + 1)
                .getResultStream()
                .map(this::view)
                .toList();
        return Page.of(found, size, receivable -> receivable.id().value());
    }

    /** The query has the conditions of the given filters only, so that an index serves each combination. */
    private TypedQuery<Receivable> filtered(Filter filter) {
        var conditions = new StringBuilder("from Receivable where (dueBy, id) > (:due, :id)");
        var parameters = new HashMap<String, Object>();
        if (filter.status() != null) {
            conditions.append(" and status = :status");
            parameters.put("status", filter.status());
        }
        if (filter.organisation() != null) {
            conditions.append(" and organisation = :organisation");
            parameters.put("organisation", filter.organisation().value());
        }
        if (filter.overdue()) {
            conditions.append(" and status = OPEN and dueBy < :today");
            parameters.put("today", today());
        }
        var query = entities.createQuery(conditions + " order by dueBy, id", Receivable.class);
        parameters.forEach(query::setParameter);
        return query;
    }

    private ReceivableView view(Receivable receivable) {
        return new ReceivableView(
                receivable.id(),
                receivable.grant(),
                receivable.organisation(),
                receivable.tranche(),
                receivable.reason().in(CallerLanguage.current().tag()),
                receivable.raised(),
                receivable.outstanding(),
                receivable.dueBy(),
                receivable.status() == ReceivableStatus.OPEN
                        && receivable.dueBy().isBefore(today()),
                ChronoUnit.DAYS.between(HongKong.dayOf(receivable.raisedAt()), today()),
                receivable.status().name(),
                receivable.raisedAt(),
                entities.createQuery("from Recovery where receivable = :receivable order by number", Recovery.class)
                        .setParameter("receivable", receivable.id().value())
                        .getResultStream()
                        .map(Recovery::view)
                        .toList(),
                entities.createQuery(
                                "from Reminder where receivable = :receivable order by daysOverdue", Reminder.class)
                        .setParameter("receivable", receivable.id().value())
                        .getResultStream()
                        .map(Reminder::view)
                        .toList(),
                receivable.version());
    }

    private LocalDate today() {
        return HongKong.dayOf(clock.instant());
    }
}
