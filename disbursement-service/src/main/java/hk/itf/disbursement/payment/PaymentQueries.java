package hk.itf.disbursement.payment;

import hk.itf.disbursement.bank.BankAnswer.Outcome;
import hk.itf.infra.http.CallerLanguage;
import hk.itf.infra.http.Page;
import hk.itf.infra.sql.ScalarQuery;
import hk.itf.model.DomainException;
import hk.itf.model.id.AttemptId;
import hk.itf.model.id.TrancheId;
import hk.itf.model.id.Uuids;
import hk.itf.model.money.Money;
import hk.itf.model.scheme.value.LocalisedText;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** Reads attempts and parked bank answers. */
@ApplicationScoped
class PaymentQueries {

    private static final int MOST_PARKED = 200;

    /**
     * A parked bank answer. It moved no money.
     *
     * @param position position in the sequence of the bank
     * @param reason why the answer was parked, in the language of the caller
     */
    record ParkedAnswerView(
            long position,
            AttemptId endToEndId,
            Outcome outcome,
            Money amount,
            String reference,
            String reason,
            Instant recordedAt) {}

    private final EntityManager entities;

    PaymentQueries(EntityManager entities) {
        this.entities = entities;
    }

    @Transactional
    Page<AttemptView> attempts(@Nullable AttemptStatus status, @Nullable String cursor, @Nullable Integer wanted) {
        var size = Page.size(wanted);
        var query = status == null
                ? entities.createQuery("from Attempt where id < :after order by id desc", Attempt.class)
                : entities.createQuery(
                                "from Attempt where status = :status and id < :after order by id desc", Attempt.class)
                        .setParameter("status", status);
        var found = query.setParameter("after", Page.cursor(cursor).orElse(Uuids.HIGHEST))
                .setMaxResults(size + 1)
                .getResultStream()
                .map(Attempt::view)
                .toList();
        return Page.of(found, size, attempt -> attempt.id().value());
    }

    @Transactional
    List<AttemptView> attemptsOf(TrancheId tranche) {
        var exists = ScalarQuery.of(entities, "select count(*) from tranche where id = :id", Long.class)
                .setParameter("id", tranche.value())
                .getSingleResult();
        if (exists == 0) {
            throw DomainException.notFound("tranche");
        }
        return entities.createQuery("from Attempt where tranche = :tranche order by number", Attempt.class)
                .setParameter("tranche", tranche.value())
                .getResultStream()
                .map(Attempt::view)
                .toList();
    }

    @Transactional
    List<ParkedAnswerView> parked() {
        return entities.unwrap(Session.class)
                .createNativeQuery("""
                        select position, end_to_end_id, outcome, amount_cents, reference, recorded_at,
                          reason, reason_zh_hant, reason_zh_hans
                        from parked_bank_answer p
                        where not exists (select from taken_bank_answer t where t.position = p.position)
                        order by position desc limit :most
                        """, Object[].class)
                .setParameter("most", MOST_PARKED)
                .getResultStream()
                .map(row -> new ParkedAnswerView(
                        (Long) row[0],
                        AttemptId.of((UUID) row[1]),
                        Outcome.valueOf((String) row[2]),
                        Money.ofCents((Long) row[3]),
                        (String) row[4],
                        new LocalisedText((String) row[6], (String) row[7], (String) row[8])
                                .in(CallerLanguage.current().tag()),
                        (Instant) row[5]))
                .toList();
    }
}
