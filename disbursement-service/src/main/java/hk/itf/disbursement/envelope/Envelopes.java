package hk.itf.disbursement.envelope;

import hk.itf.disbursement.ledger.FinancialYear;
import hk.itf.model.DomainException;
import hk.itf.model.id.EnvelopeId;
import hk.itf.model.scheme.SchemeId;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;

/** Envelopes; always locked when they are to change, after the payee and before the award. */
@ApplicationScoped
public class Envelopes implements PanacheRepositoryBase<Envelope, UUID> {

    /** Locks the envelope of a scheme and year; the first who asks makes it, empty. */
    public Envelope lockFor(SchemeId scheme, FinancialYear year) {
        getEntityManager()
                .createNativeQuery("""
                        insert into envelope (id, version, scheme, financial_year, appropriated_cents, committed_cents, recovered_cents)
                        values (:id, 0, :scheme, :year, 0, 0, 0) on conflict (scheme, financial_year) do nothing
                        """)
                .setParameter("id", EnvelopeId.next().value())
                .setParameter("scheme", scheme.value())
                .setParameter("year", year.label())
                .executeUpdate();
        return find("scheme = ?1 and financialYear = ?2", scheme.value(), year.label())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .singleResult();
    }

    public Envelope lock(EnvelopeId id) {
        return lockIfThere(id).orElseThrow(() -> DomainException.notFound("envelope"));
    }

    private Optional<Envelope> lockIfThere(EnvelopeId id) {
        return findByIdOptional(id.value(), LockModeType.PESSIMISTIC_WRITE);
    }
}
