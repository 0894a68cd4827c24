package hk.itf.applications.allowance;

import hk.itf.model.DomainException;
import hk.itf.model.Violation;
import hk.itf.model.id.GrantId;
import hk.itf.model.id.OrganisationId;
import hk.itf.model.scheme.Allowance;
import hk.itf.model.scheme.DateRange;
import hk.itf.model.scheme.Facts;
import hk.itf.model.scheme.Scheme;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.hibernate.Session;

/**
 * What is used of each cap and quota. One lock row per (rule, subject); usage is read and the reservation written while
 * it is held, so that no race passes a limit. Locks are taken in one order, so that two cases never wait for each other.
 */
@ApplicationScoped
public class Allowances {

    private record Claimed(Allowance allowance, String subject, DateRange occupied) {}

    private final Session session;

    Allowances(Session session) {
        this.session = session;
    }

    /**
     * Reserves what the case needs, in place of what it had reserved before.
     *
     * @throws DomainException {@code allowance-exceeded}, naming the rule
     */
    @Transactional(TxType.MANDATORY)
    public void reserve(GrantId grant, Scheme scheme, Facts facts, OrganisationId applicant) {
        var needed = scheme.allowances().stream()
                .filter(allowance -> allowance.counts(facts))
                .map(allowance -> new Claimed(
                        allowance,
                        allowance.subject().key(facts.answers(), applicant),
                        allowance.period().occupied(facts.answers())))
                .sorted(Comparator.comparing(
                                (Claimed each) -> each.allowance().id().value())
                        .thenComparing(Claimed::subject))
                .toList();
        needed.forEach(this::lock);
        release(grant);
        for (var each : needed) {
            var others = reserved(each);
            if (each.occupied().highestOverlap(others) >= each.allowance().limit()) {
                var sentence = each.allowance().sentence().en();
                throw new DomainException(
                        DomainException.Kind.RULE_BROKEN,
                        "allowance-exceeded",
                        sentence + " With this case there would be more.",
                        List.of(new Violation("/answers", each.allowance().id().value(), sentence)));
            }
            insert(grant, each);
        }
    }

    /** Gives back everything the case had reserved. */
    @Transactional(TxType.MANDATORY)
    public void release(GrantId grant) {
        session.createNativeMutationQuery("delete from allowance_reservation where application_id = :grant")
                .setParameter("grant", grant.value())
                .executeUpdate();
    }

    /** Gives back what comes after the last day. */
    @Transactional(TxType.MANDATORY)
    public void shorten(GrantId grant, LocalDate lastDay) {
        session.createNativeMutationQuery(
                        "delete from allowance_reservation where application_id = :grant and from_date > :lastDay")
                .setParameter("grant", grant.value())
                .setParameter("lastDay", lastDay)
                .executeUpdate();
        session.createNativeMutationQuery(
                        "update allowance_reservation set to_date = :lastDay where application_id = :grant and to_date > :lastDay")
                .setParameter("grant", grant.value())
                .setParameter("lastDay", lastDay)
                .executeUpdate();
    }

    private void lock(Claimed each) {
        session.createNativeMutationQuery(
                        "insert into allowance_lock (rule, subject) values (:rule, :subject) on conflict do nothing")
                .setParameter("rule", each.allowance().id().value())
                .setParameter("subject", each.subject())
                .executeUpdate();
        session.createNativeQuery(
                        "select rule from allowance_lock where rule = :rule and subject = :subject for update",
                        String.class)
                .setParameter("rule", each.allowance().id().value())
                .setParameter("subject", each.subject())
                .getSingleResult();
    }

    private List<DateRange> reserved(Claimed each) {
        return session.createNativeQuery("""
                        select from_date, to_date from allowance_reservation
                        where rule = :rule and subject = :subject and from_date <= :until and to_date >= :since
                        """, Object[].class)
                .setParameter("rule", each.allowance().id().value())
                .setParameter("subject", each.subject())
                .setParameter("since", each.occupied().from())
                .setParameter("until", each.occupied().to())
                .getResultStream()
                .map(row -> new DateRange(date(row[0]), date(row[1])))
                .toList();
    }

    private void insert(GrantId grant, Claimed each) {
        session.createNativeMutationQuery("""
                        insert into allowance_reservation (application_id, rule, subject, from_date, to_date)
                        values (:grant, :rule, :subject, :since, :until)
                        """)
                .setParameter("grant", grant.value())
                .setParameter("rule", each.allowance().id().value())
                .setParameter("subject", each.subject())
                .setParameter("since", each.occupied().from())
                .setParameter("until", each.occupied().to())
                .executeUpdate();
    }

    private static LocalDate date(Object value) {
        return value instanceof java.sql.Date sql ? sql.toLocalDate() : (LocalDate) value;
    }
}
