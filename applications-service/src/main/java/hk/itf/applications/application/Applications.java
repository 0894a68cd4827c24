package hk.itf.applications.application;

import hk.itf.infra.sql.ScalarQuery;
import hk.itf.model.DomainException;
import hk.itf.model.id.GrantId;
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

    Applications(Session session) {
        this.session = session;
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

    public List<GrantId> offersToLapse(LocalDate today) {
        return ScalarQuery.of(
                        session,
                        "select id from application where status = 'OFFERED' and accept_by < :today order by id limit 100",
                        UUID.class)
                .setParameter("today", today)
                .getResultStream()
                .map(GrantId::of)
                .toList();
    }
}
