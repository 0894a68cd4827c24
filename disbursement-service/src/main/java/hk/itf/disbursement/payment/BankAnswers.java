package hk.itf.disbursement.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import org.hibernate.Session;

/** How far the bank's answers were taken, and those that fit nothing here. */
@ApplicationScoped
class BankAnswers {

    private final EntityManager entities;

    BankAnswers(EntityManager entities) {
        this.entities = entities;
    }

    long current() {
        return entities.unwrap(Session.class)
                .createNativeQuery("select position from bank_position", Long.class)
                .getSingleResult();
    }

    /** Excludes readers of other replicas until this transaction ends. */
    long lock() {
        return entities.unwrap(Session.class)
                .createNativeQuery("select position from bank_position for update", Long.class)
                .getSingleResult();
    }

    void advance(long position) {
        entities.createNativeQuery("update bank_position set position = :position")
                .setParameter("position", position)
                .executeUpdate();
    }

    void park(BankAnswer answer, String reason) {
        entities.createNativeQuery("""
                        insert into parked_bank_answer (position, end_to_end_id, outcome, amount_cents, reference, reason)
                        values (:position, :endToEndId, :outcome, :amount, :reference, :reason)
                        """)
                .setParameter("position", answer.position())
                .setParameter("endToEndId", answer.endToEndId().value())
                .setParameter("outcome", answer.outcome().name())
                .setParameter("amount", answer.amount().cents())
                .setParameter("reference", answer.reference())
                .setParameter("reason", reason)
                .executeUpdate();
    }
}
