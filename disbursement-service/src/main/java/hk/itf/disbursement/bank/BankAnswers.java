package hk.itf.disbursement.bank;

import hk.itf.disbursement.bank.BankAnswer.Outcome;
import hk.itf.infra.sql.PlainQuery;
import hk.itf.infra.sql.ScalarQuery;
import hk.itf.model.id.AttemptId;
import hk.itf.model.id.PersonId;
import hk.itf.model.money.Money;
import hk.itf.model.scheme.value.LocalisedText;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;

/** Stores the position of the last applied bank answer, and the parked answers. */
@ApplicationScoped
public class BankAnswers {

    private final EntityManager entities;
    private final AgroalDataSource database;

    BankAnswers(EntityManager entities, AgroalDataSource database) {
        this.entities = entities;
        this.database = database;
    }

    public long current() {
        return PlainQuery.of(database, "select position from bank_position")
                .list(row -> row.number(1))
                .getFirst();
    }

    /** Returns the position and locks it until the transaction ends. */
    public long lock() {
        return ScalarQuery.of(entities, "select position from bank_position for update", Long.class)
                .getSingleResult();
    }

    public void advance(long position) {
        entities.createNativeQuery("update bank_position set position = :position")
                .setParameter("position", position)
                .executeUpdate();
    }

    public void park(BankAnswer answer, LocalisedText reason) {
        entities.createNativeQuery("""
                        insert into parked_bank_answer (position, end_to_end_id, outcome, amount_cents, reference, detail,
                          reason, reason_zh_hant, reason_zh_hans)
                        values (:position, :endToEndId, :outcome, :amount, :reference, :detail,
                          :reason, :reasonZhHant, :reasonZhHans)
                        """)
                .setParameter("position", answer.position())
                .setParameter("endToEndId", answer.endToEndId().value())
                .setParameter("outcome", answer.outcome().name())
                .setParameter("amount", answer.amount().cents())
                .setParameter("reference", answer.reference())
                .setParameter("detail", answer.detail())
                .setParameter("reason", reason.en())
                .setParameter("reasonZhHant", reason.zhHant())
                .setParameter("reasonZhHans", reason.zhHans())
                .executeUpdate();
    }

    /** Locks a parked answer. Empty when there is none at the position, or it was applied since. */
    public Optional<BankAnswer> lockParked(long position) {
        return entities.unwrap(Session.class)
                .createNativeQuery("""
                        select end_to_end_id, outcome, amount_cents, reference, detail from parked_bank_answer p
                        where position = :position
                          and not exists (select from taken_bank_answer t where t.position = p.position)
                        for update
                        """, Object[].class)
                .setParameter("position", position)
                .getResultStream()
                .map(row -> new BankAnswer(
                        position,
                        AttemptId.of((UUID) row[0]),
                        Outcome.valueOf((String) row[1]),
                        Money.ofCents((Long) row[2]),
                        (String) row[3],
                        (String) row[4]))
                .findFirst();
    }

    public void recordApplied(long position, PersonId actor, Instant now) {
        entities.createNativeQuery(
                        "insert into taken_bank_answer (position, taken_by, taken_at) values (:position, :by, :at)")
                .setParameter("position", position)
                .setParameter("by", actor.value())
                .setParameter("at", now)
                .executeUpdate();
    }
}
