package hk.itf.disbursement.ledger;

import hk.itf.infra.sql.ScalarQuery;
import hk.itf.model.id.GrantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import org.hibernate.Session;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Stores transfers. A transfer is never changed or deleted; a database trigger refuses both. */
@ApplicationScoped
public class Transfers {

    private static final Logger LOG = Logger.getLogger(Transfers.class);

    private final EntityManager entities;

    Transfers(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * Writes a transfer. A transfer that is already stored is left unchanged.
     *
     * @throws IllegalStateException when the stored transfer has other accounts or another amount
     */
    @Transactional(TxType.MANDATORY)
    public void post(Transfer transfer) {
        var written = entities.unwrap(Session.class)
                .createNativeMutationQuery("""
                        insert into transfer (id, reason, cause, debit, credit, amount_cents, grant_id, booked_on)
                        values (:id, :reason, :cause, :debit, :credit, :amount, cast(nullif(:grant, '') as uuid), :day)
                        on conflict (id) do nothing
                        """)
                .setParameter("id", transfer.id().value())
                .setParameter("reason", transfer.reason().name())
                .setParameter("cause", transfer.cause())
                .setParameter("debit", transfer.debit().key())
                .setParameter("credit", transfer.credit().key())
                .setParameter("amount", transfer.amount().cents())
                .setParameter("grant", text(transfer.grant()))
                .setParameter("day", transfer.bookedOn())
                .executeUpdate();
        if (written == 0) {
            requireSame(transfer);
        }
        LOG.infof(
                "%s %s: %s from %s to %s",
                transfer.reason(),
                transfer.cause(),
                transfer.amount(),
                transfer.debit().key(),
                transfer.credit().key());
    }

    private void requireSame(Transfer transfer) {
        var there = ScalarQuery.of(
                        entities,
                        "select debit || ' ' || credit || ' ' || amount_cents from transfer where id = :id",
                        String.class)
                .setParameter("id", transfer.id().value())
                .getSingleResult();
        var wanted = transfer.debit().key() + " " + transfer.credit().key() + " "
                + transfer.amount().cents();
        if (!there.equals(wanted)) {
            throw new IllegalStateException(
                    "another transfer is stored for " + transfer.reason() + " of " + transfer.cause());
        }
    }

    private static String text(@Nullable GrantId grant) {
        return grant == null ? "" : grant.toString();
    }
}
