package hk.itf.disbursement.receivable;

import hk.itf.disbursement.receivable.RaiseReceivable.Cause;
import hk.itf.model.DomainException;
import hk.itf.model.id.GrantId;
import hk.itf.model.id.ReceivableId;
import hk.itf.model.id.TrancheId;
import hk.itf.model.money.Money;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.UUID;

/** Stores receivables. They change under the lock of their award and are locked after it. */
@ApplicationScoped
public class Receivables implements PanacheRepositoryBase<Receivable, UUID> {

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
}
