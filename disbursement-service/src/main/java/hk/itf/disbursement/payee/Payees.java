package hk.itf.disbursement.payee;

import hk.itf.model.DomainException;
import hk.itf.model.id.OrganisationId;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Stores bank details. The payee lock of an organisation is the first lock of the lock order. */
@ApplicationScoped
public class Payees implements PanacheRepositoryBase<Payee, UUID> {

    /** Locks the payee row of an organisation, and creates the row first if there is none. */
    PayeeLock lockOrCreate(OrganisationId organisation) {
        getEntityManager()
                .createNativeQuery(
                        "insert into payee_account (organisation, newest) values (:organisation, 0) on conflict do nothing")
                .setParameter("organisation", organisation.value())
                .executeUpdate();
        return getEntityManager().find(PayeeLock.class, organisation.value(), LockModeType.PESSIMISTIC_WRITE);
    }

    /**
     * Locks the payee row of an organisation, if there is one, so that its bank details cannot change in this
     * transaction.
     */
    public void lock(OrganisationId organisation) {
        getEntityManager().find(PayeeLock.class, organisation.value(), LockModeType.PESSIMISTIC_WRITE);
    }

    void add(Payee payee) {
        persist(payee);
    }

    Payee of(OrganisationId organisation, int number) {
        return find("organisation = ?1 and number = ?2", organisation.value(), number)
                .singleResultOptional()
                .orElseThrow(() -> DomainException.notFound("payee"));
    }

    /** The verification of the newest bank details, in any status. */
    public Optional<PayeeVerification> newest(OrganisationId organisation) {
        return find("organisation = ?1 order by number desc", organisation.value())
                .page(0, 1)
                .firstResultOptional()
                .map(Payee::verification);
    }

    /** The full bank details, for instructions to the bank only. */
    public BankDetails detailsOf(OrganisationId organisation, int number) {
        return of(organisation, number).details();
    }

    List<Payee> all(OrganisationId organisation) {
        return find("organisation = ?1 order by number desc", organisation.value())
                .page(0, 100)
                .list();
    }
}
