package hk.itf.disbursement.receivable;

import hk.itf.disbursement.proposal.ProposalStatus;
import hk.itf.model.DomainException;
import hk.itf.model.id.ReceivableId;
import hk.itf.model.id.TrancheId;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Stores recoveries. They change under the lock of their receivable. */
@ApplicationScoped
public class Recoveries implements PanacheRepositoryBase<Recovery, UUID> {

    public void add(Recovery recovery) {
        persist(recovery);
    }

    /** The tranche of a set-off, read without a lock to find the rows to lock. */
    public TrancheId trancheOf(ReceivableId receivable, UUID setOff) {
        return of(receivable, Recovery.Method.SET_OFF, setOff).tranche();
    }

    public Recovery of(ReceivableId receivable, Recovery.Method how, UUID id) {
        return findByIdOptional(id)
                .filter(recovery -> recovery.receivable().equals(receivable) && recovery.how() == how)
                .orElseThrow(() -> switch (how) {
                    case CASH -> DomainException.notFound("cash-receipt");
                    case SET_OFF -> DomainException.notFound("set-off");
                });
    }

    /** Whether other cash with the same bank reference was confirmed. */
    boolean isConfirmedBefore(Recovery cash) {
        return count(
                        "receivable = ?1 and bankReference = ?2 and proposal.status = ?3 and id <> ?4",
                        cash.receivable().value(),
                        cash.bankReference(),
                        ProposalStatus.CONFIRMED,
                        cash.id())
                > 0;
    }
}
