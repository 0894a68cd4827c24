package hk.itf.disbursement.payee;

import hk.itf.model.DomainException;
import hk.itf.model.id.OrganisationId;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Bank details by organisation and version. The first lock of every lock order. */
@ApplicationScoped
public class Payees implements PanacheRepositoryBase<Payee, UUID> {

    /** Locks the row of an organisation; the first who asks makes it. */
    PayeeAccount lockOrMake(OrganisationId organisation) {
        getEntityManager()
                .createNativeQuery(
                        "insert into payee_account (organisation, newest) values (:organisation, 0) on conflict do nothing")
                .setParameter("organisation", organisation.value())
                .executeUpdate();
        return getEntityManager().find(PayeeAccount.class, organisation.value(), LockModeType.PESSIMISTIC_WRITE);
    }

    /** Excludes changes of the organisation's bank details until this transaction ends; nothing to lock, nothing to pay to. */
    public void lock(OrganisationId organisation) {
        getEntityManager().find(PayeeAccount.class, organisation.value(), LockModeType.PESSIMISTIC_WRITE);
    }

    void add(Payee payee) {
        persist(payee);
    }

    Payee of(OrganisationId organisation, int number) {
        return find("organisation = ?1 and number = ?2", organisation.value(), number)
                .singleResultOptional()
                .orElseThrow(() -> DomainException.notFound("payee"));
    }

    /** The newest bank details, whatever their state. */
    public Optional<PayeeVerification> newest(OrganisationId organisation) {
        return find("organisation = ?1 order by number desc", organisation.value())
                .page(0, 1)
                .firstResultOptional()
                .map(Payee::standing);
    }

    /** For the bank alone. */
    public BankDetails detailsOf(OrganisationId organisation, int number) {
        return of(organisation, number).details();
    }

    List<Payee> all(OrganisationId organisation) {
        return find("organisation = ?1 order by number desc", organisation.value())
                .page(0, 100)
                .list();
    }
}
