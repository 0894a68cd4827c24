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

/** Receivables; they change under the lock of their award, after which they are locked themselves. */
@ApplicationScoped
public class Receivables implements PanacheRepositoryBase<Receivable, UUID> {

    void add(Receivable receivable) {
        persist(receivable);
    }

    /** Whose it is: read without a lock, to know which award to lock first. */
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

    /** What belongs to it has changed: whoever read it before has to read it again. */
    void renew(Receivable receivable) {
        getEntityManager().lock(receivable, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
    }

    /** What is or was owed of a payment, if it still counts. */
    List<Receivable> lockFor(TrancheId overpaid) {
        return find("tranche = ?1 and status <> ?2 order by id", overpaid.value(), ReceivableStatus.CANCELLED)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    /** What an award owes of everything that was paid, whichever payment stands for it. */
    List<Receivable> lockOfWhole(GrantId grant) {
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

    /** How much of a payment is or was owed back. */
    Money raisedOn(TrancheId overpaid) {
        return Money.sum(lockFor(overpaid).stream().map(Receivable::raised).toList());
    }
}
