package hk.itf.applications.application;

import hk.itf.infra.sql.PlainQuery;
import hk.itf.infra.sql.ScalarQuery;
import hk.itf.model.DomainException;
import hk.itf.model.id.GrantId;
import hk.itf.model.id.Uuids;
import io.agroal.api.AgroalDataSource;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;

/** The store of applications. */
@ApplicationScoped
public class Applications implements PanacheRepositoryBase<Application, UUID> {

    private final Session session;
    private final AgroalDataSource database;

    Applications(Session session, AgroalDataSource database) {
        this.session = session;
        this.database = database;
    }

    void add(Application application) {
        persist(application);
        session.flush();
    }

    public Application get(GrantId id) {
        return find(id).orElseThrow(() -> DomainException.notFound("application"));
    }

    public Optional<Application> find(GrantId id) {
        return findByIdOptional(id.value());
    }

    /** Locks the application until the end of the transaction. A concurrent change waits instead of failing. */
    public Application lock(GrantId id) {
        return lockIfPresent(id).orElseThrow(() -> DomainException.notFound("application"));
    }

    public Optional<Application> lockIfPresent(GrantId id) {
        return Optional.ofNullable(session.find(Application.class, id.value(), LockModeType.PESSIMISTIC_WRITE));
    }

    /** The next reference for people, such as {@code RTH-2026-000123}. Numbers may be skipped and never repeat. */
    public String nextReference(String prefix, int year) {
        var number = ScalarQuery.of(session, "select nextval('application_reference')", Long.class)
                .getSingleResult();
        return "%s-%d-%06d".formatted(prefix, year, number);
    }

    /** An offer with its last day of acceptance. */
    public record Offer(GrantId grant, LocalDate acceptBy) {}

    /**
     * Offers whose last day has passed, earliest day first.
     *
     * @param after the last offer of the page before
     */
    public List<Offer> offersToLapse(LocalDate today, Optional<Offer> after, int limit) {
        var last = after.orElse(new Offer(GrantId.of(Uuids.LOWEST), LocalDate.EPOCH));
        return PlainQuery.of(database, """
                        select id, accept_by from application
                        where status = 'OFFERED' and accept_by < :today and (accept_by, id) > (:acceptBy, :after)
                        order by accept_by, id limit :limit
                        """)
                .set("today", today)
                .set("acceptBy", last.acceptBy())
                .set("after", last.grant().value())
                .set("limit", limit)
                .list(row -> new Offer(GrantId.of(row.uuid(1)), row.date(2)));
    }
}
