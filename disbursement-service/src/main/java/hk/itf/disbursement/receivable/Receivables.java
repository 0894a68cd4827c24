package hk.itf.disbursement.receivable;

import hk.itf.disbursement.receivable.RaiseReceivable.Cause;
import hk.itf.infra.sql.PlainQuery;
import hk.itf.model.DomainException;
import hk.itf.model.id.GrantId;
import hk.itf.model.id.ReceivableId;
import hk.itf.model.id.TrancheId;
import hk.itf.model.id.Uuids;
import hk.itf.model.money.Money;
import io.agroal.api.AgroalDataSource;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** Stores receivables. They change under the lock of their award and are locked after it. */
@ApplicationScoped
public class Receivables implements PanacheRepositoryBase<Receivable, UUID> {

    private final AgroalDataSource database;

    Receivables(AgroalDataSource database) {
        this.database = database;
    }

    void add(Receivable receivable) {
        persist(receivable);
    }

    /** The grant of a receivable, read without a lock to find the award to lock. */
    public GrantId grantOf(ReceivableId id) {
        return find("select grant from Receivable where id = ?1", id.value())
                .project(UUID.class)
                .firstResultOptional()
                .map(GrantId::of)
                .orElseThrow(() -> DomainException.notFound("receivable"));
    }

    public Receivable lock(ReceivableId id) {
        return findByIdOptional(id.value(), LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(() -> DomainException.notFound("receivable"));
    }

    /** A receivable with the day on which a reminder can be due. */
    public record ToRemind(ReceivableId id, LocalDate remindOn) {}

    /**
     * Open receivables of which a reminder can be due, earliest day first.
     *
     * @param after the last receivable of the page before
     */
    public List<ToRemind> toRemind(LocalDate today, Optional<ToRemind> after, int limit) {
        var last = after.orElse(new ToRemind(ReceivableId.of(Uuids.LOWEST), LocalDate.EPOCH));
        return PlainQuery.of(database, """
                        select id, remind_on from receivable
                        where status = 'OPEN' and remind_on <= :today and (remind_on, id) > (:remindOn, :after)
                        order by remind_on, id limit :limit
                        """)
                .set("today", today)
                .set("remindOn", last.remindOn())
                .set("after", last.id().value())
                .set("limit", limit)
                .list(row -> new ToRemind(ReceivableId.of(row.uuid(1)), row.date(2)));
    }

    /** Sets the next day on which a reminder can be due; null after the last reminder. Called under the lock of the receivable. */
    public void remindOn(ReceivableId id, @Nullable LocalDate day) {
        session()
                .createNativeMutationQuery("update receivable set remind_on = :day where id = :id")
                .setParameter("day", day, LocalDate.class)
                .setParameter("id", id.value())
                .executeUpdate();
    }

    /** Raises the entity version, because a recovery of the receivable has changed. */
    void incrementVersion(Receivable receivable) {
        getEntityManager().lock(receivable, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
    }

    /** Locks the receivables of a tranche that are not cancelled. */
    List<Receivable> lockForTranche(TrancheId overpaid) {
        return find("tranche = ?1 and status <> ?2 order by id", overpaid.value(), ReceivableStatus.CANCELLED)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    /** Locks the receivables calculated from all payments of an award that are not cancelled. */
    List<Receivable> lockForAward(GrantId grant) {
        return find(
                        "grant = ?1 and status <> ?2 and cause <> ?3 order by id",
                        grant.value(),
                        ReceivableStatus.CANCELLED,
                        Cause.UNEARNED_ADVANCE)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    long countOf(TrancheId overpaid, Cause cause) {
        return count("tranche = ?1 and cause = ?2", overpaid.value(), cause);
    }

    /** The raised amounts of the tranche that are not cancelled. */
    Money totalRaised(TrancheId overpaid) {
        return Money.sum(
                lockForTranche(overpaid).stream().map(Receivable::raised).toList());
    }

    /** The raised amounts of the award that are not cancelled. */
    Money totalRaised(GrantId grant) {
        return Money.sum(find("grant = ?1 and status <> ?2", grant.value(), ReceivableStatus.CANCELLED).stream()
                .map(Receivable::raised)
                .toList());
    }

    private Session session() {
        return getEntityManager().unwrap(Session.class);
    }
}
