package hk.itf.disbursement.envelope;

import hk.itf.infra.clock.HongKong;
import hk.itf.infra.sql.ScalarQuery;
import hk.itf.model.DomainException;
import hk.itf.model.calendar.FinancialYear;
import hk.itf.model.id.EnvelopeId;
import hk.itf.model.scheme.value.SchemeId;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Stores envelopes. An envelope is locked after the payee and before the award whenever it changes, an older year
 * first.
 */
@ApplicationScoped
public class Envelopes implements PanacheRepositoryBase<Envelope, UUID> {

    /** Locks the envelope of a scheme and year. Creates the envelope, empty, if it is absent. */
    Envelope lockFor(SchemeId scheme, FinancialYear year) {
        getEntityManager()
                .createNativeQuery("""
                        insert into envelope (id, version, scheme, financial_year, appropriated_cents, committed_cents,
                          decommitted_cents, recovered_cents, carried_in_cents, carried_out_cents)
                        values (:id, 0, :scheme, :year, 0, 0, 0, 0, 0, 0) on conflict (scheme, financial_year) do nothing
                        """)
                .setParameter("id", EnvelopeId.next().value())
                .setParameter("scheme", scheme.value())
                .setParameter("year", year.label())
                .executeUpdate();
        return find("scheme = ?1 and financialYear = ?2", scheme.value(), year.label())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .singleResult();
    }

    /** Locks the envelope of the open year, from which money is committed and to which money returns. */
    public Envelope lockOpen(SchemeId scheme, Instant now) {
        return lockFor(scheme, FinancialYear.of(HongKong.dayOf(now)));
    }

    int queueLength(EnvelopeId id) {
        return ScalarQuery.of(
                        getEntityManager(),
                        "select cast(count(*) as int) from award where envelope_id = :envelope and waiting_for = 'FUNDS'",
                        Integer.class)
                .setParameter("envelope", id.value())
                .getSingleResult();
    }

    public Envelope lock(EnvelopeId id) {
        return lockIfPresent(id).orElseThrow(() -> DomainException.notFound("envelope"));
    }

    private Optional<Envelope> lockIfPresent(EnvelopeId id) {
        return findByIdOptional(id.value(), LockModeType.PESSIMISTIC_WRITE);
    }
}
