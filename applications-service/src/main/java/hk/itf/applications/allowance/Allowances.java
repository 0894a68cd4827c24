package hk.itf.applications.allowance;

import static hk.itf.model.NamedValue.value;

import hk.itf.model.DomainException;
import hk.itf.model.Violation;
import hk.itf.model.Wording;
import hk.itf.model.id.GrantId;
import hk.itf.model.id.OrganisationId;
import hk.itf.model.money.Money;
import hk.itf.model.scheme.Scheme;
import hk.itf.model.scheme.allowance.Allowance;
import hk.itf.model.scheme.allowance.Limit;
import hk.itf.model.scheme.allowance.RemainingAllowances;
import hk.itf.model.scheme.question.Facts;
import hk.itf.model.scheme.value.DateRange;
import hk.itf.model.scheme.value.RuleId;
import hk.itf.model.scheme.value.SchemeId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Stream;
import org.hibernate.Session;

/**
 * What is used of each cap and quota. One lock row per (rule, subject); usage is read and the reservation written while
 * it is held, so that no race passes a limit. Locks are taken in one order, so that two cases never wait for each other.
 */
@ApplicationScoped
public class Allowances {

    /** What one case needs of one rule for one subject. */
    private record Needed(SchemeId scheme, Allowance allowance, String subject, DateRange occupied) {
        String rule() {
            return scheme + "/" + allowance.id();
        }

        Needed until(LocalDate lastDay) {
            return new Needed(scheme, allowance, subject, new DateRange(occupied.from(), lastDay));
        }
    }

    private record Reserved(DateRange occupied, Money amount) {}

    private static final Comparator<Needed> ORDER =
            Comparator.comparing(Needed::rule).thenComparing(Needed::subject);

    private final Session session;

    Allowances(Session session) {
        this.session = session;
    }

    /** What is left of the caps of money, at this moment: for estimates. The case's own reservation does not count. */
    @Transactional
    public RemainingAllowances usage(GrantId grant, Scheme scheme, Facts facts, OrganisationId applicant) {
        return usage(grant, needed(scheme, facts, applicant));
    }

    /**
     * Locks what the case needs until the transaction ends, and gives back what it had reserved before.
     *
     * @return what is left of the caps of money
     */
    @Transactional(TxType.MANDATORY)
    public RemainingAllowances lock(GrantId grant, Scheme scheme, Facts facts, OrganisationId applicant) {
        var needed = needed(scheme, facts, applicant);
        needed.forEach(this::lock);
        release(grant);
        return usage(grant, needed);
    }

    /**
     * Reserves what the case needs; {@link #lock} goes before.
     *
     * @param entitlement counts against the caps of money
     * @throws DomainException {@code allowance-exceeded}, naming the rule
     */
    @Transactional(TxType.MANDATORY)
    public void reserve(GrantId grant, Scheme scheme, Facts facts, OrganisationId applicant, Money entitlement) {
        for (var each : needed(scheme, facts, applicant)) {
            requireRoom(grant, each, entitlement, "/answers");
            insert(grant, each, entitlement);
        }
    }

    private void requireRoom(GrantId grant, Needed each, Money entitlement, String pointer) {
        var others = reserved(grant, each);
        var rule = each.allowance().sentence();
        var faults = List.of(new Violation(
                pointer, each.allowance().id().value(), Wording.of("allowance-exceeded", value("rule", rule))));
        switch (each.allowance().limit()) {
            case Limit.Count(var most) -> {
                var overlap = each.occupied()
                        .highestOverlap(others.stream().map(Reserved::occupied).toList());
                if (overlap >= most) {
                    throw DomainException.broken(
                            "allowance-exceeded.count",
                            faults,
                            value("rule", rule),
                            value("others", overlap),
                            value("from", each.occupied().from()),
                            value("to", each.occupied().to()));
                }
            }
            case Limit.Total(var most) -> {
                var reserved = total(others);
                if (entitlement.isZero() || reserved.plus(entitlement).exceeds(most)) {
                    throw DomainException.broken(
                            "allowance-exceeded.total",
                            faults,
                            value("rule", rule),
                            value("limit", most),
                            value("reserved", reserved));
                }
            }
        }
    }

    /**
     * Locks what the case would need of the quotas of what overlaps if it lasted until that day, until the transaction ends.
     *
     * @throws DomainException {@code allowance-exceeded}, naming the rule
     */
    @Transactional(TxType.MANDATORY)
    public void requireRoomUntil(
            LocalDate lastDay, GrantId grant, Scheme scheme, Facts facts, OrganisationId applicant) {
        lasting(lastDay, scheme, facts, applicant).forEach(each -> {
            lock(each);
            requireRoom(grant, each, Money.ZERO, "/milestones");
        });
    }

    /** Reserves what comes up to that day, too; {@link #requireRoomUntil} goes before. {@link #shorten} gives it back. */
    @Transactional(TxType.MANDATORY)
    public void lengthen(LocalDate lastDay, GrantId grant, Scheme scheme, Facts facts, OrganisationId applicant) {
        lasting(lastDay, scheme, facts, applicant)
                .forEach(each -> session.createNativeMutationQuery("""
                        update allowance_reservation set to_date = greatest(to_date, :lastDay)
                        where application_id = :grant and rule = :rule and subject = :subject
                        """)
                        .setParameter("lastDay", lastDay)
                        .setParameter("grant", grant.value())
                        .setParameter("rule", each.rule())
                        .setParameter("subject", each.subject())
                        .executeUpdate());
    }

    /** A decider awarded less, or the award was lowered: the caps of money get the rest back. */
    @Transactional(TxType.MANDATORY)
    public void lower(GrantId grant, Money awarded) {
        session.createNativeMutationQuery(
                        "update allowance_reservation set amount_cents = least(amount_cents, :awarded) where application_id = :grant and amount_cents is not null")
                .setParameter("awarded", awarded.cents())
                .setParameter("grant", grant.value())
                .executeUpdate();
    }

    /** The grant is over: what was really paid stays used, and what it occupied; if nothing was paid, all is given back. */
    @Transactional(TxType.MANDATORY)
    public void settle(GrantId grant, Money paid) {
        if (paid.isZero()) {
            release(grant);
        } else {
            lower(grant, paid);
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
                        "delete from allowance_reservation where application_id = :grant and amount_cents is null and from_date > :lastDay")
                .setParameter("grant", grant.value())
                .setParameter("lastDay", lastDay)
                .executeUpdate();
        session.createNativeMutationQuery(
                        "update allowance_reservation set to_date = :lastDay where application_id = :grant and amount_cents is null and to_date > :lastDay")
                .setParameter("grant", grant.value())
                .setParameter("lastDay", lastDay)
                .executeUpdate();
    }

    private static List<Needed> needed(Scheme scheme, Facts facts, OrganisationId applicant) {
        return scheme.allowances().stream()
                .flatMap(allowance -> needed(scheme, allowance, facts, applicant))
                .sorted(ORDER)
                .toList();
    }

    /** What counts how many there are at any one time, by what a case occupies until a day it was not asked for until. */
    private static List<Needed> lasting(LocalDate lastDay, Scheme scheme, Facts facts, OrganisationId applicant) {
        return scheme.allowances().stream()
                .filter(allowance -> allowance.period() instanceof Allowance.Period.DateOverlap
                        && allowance.limit() instanceof Limit.Count)
                .flatMap(allowance -> needed(scheme, allowance, facts, applicant))
                .map(each -> each.until(lastDay))
                .sorted(ORDER)
                .toList();
    }

    private static Stream<Needed> needed(Scheme scheme, Allowance allowance, Facts facts, OrganisationId applicant) {
        if (!allowance.appliesTo(facts)) {
            return Stream.empty();
        }
        return allowance.period().countedDates(facts).stream()
                .flatMap(occupied -> allowance.subject().lockKeys(facts.answers(), applicant).stream()
                        .map(subject -> new Needed(scheme.id(), allowance, subject, occupied)));
    }

    private RemainingAllowances usage(GrantId grant, List<Needed> needed) {
        var remaining = new HashMap<RuleId, Money>();
        for (var each : needed) {
            if (each.allowance().limit() instanceof Limit.Total(var most)) {
                var used = total(reserved(grant, each));
                remaining.merge(each.allowance().id(), used.exceeds(most) ? Money.ZERO : most.minus(used), Money::min);
            }
        }
        return new RemainingAllowances(remaining);
    }

    private static Money total(List<Reserved> reserved) {
        return Money.sum(reserved.stream().map(Reserved::amount).toList());
    }

    private void lock(Needed each) {
        session.createNativeMutationQuery(
                        "insert into allowance_lock (rule, subject) values (:rule, :subject) on conflict do nothing")
                .setParameter("rule", each.rule())
                .setParameter("subject", each.subject())
                .executeUpdate();
        session.createNativeQuery(
                        "select rule from allowance_lock where rule = :rule and subject = :subject for update",
                        String.class)
                .setParameter("rule", each.rule())
                .setParameter("subject", each.subject())
                .getSingleResult();
    }

    /** What other cases have reserved. */
    private List<Reserved> reserved(GrantId grant, Needed each) {
        return session.createNativeQuery("""
                        select from_date, to_date, coalesce(amount_cents, 0) from allowance_reservation
                        where rule = :rule and subject = :subject and from_date <= :until and to_date >= :since
                          and application_id <> :grant
                        """, Object[].class)
                .setParameter("rule", each.rule())
                .setParameter("subject", each.subject())
                .setParameter("since", each.occupied().from())
                .setParameter("until", each.occupied().to())
                .setParameter("grant", grant.value())
                .getResultStream()
                .map(row -> new Reserved(
                        new DateRange((LocalDate) row[0], (LocalDate) row[1]),
                        Money.ofCents(((Number) row[2]).longValue())))
                .toList();
    }

    private void insert(GrantId grant, Needed each, Money entitlement) {
        session.createNativeMutationQuery("""
                        insert into allowance_reservation (application_id, rule, subject, from_date, to_date, amount_cents)
                        values (:grant, :rule, :subject, :since, :until, :amount)
                        """)
                .setParameter("grant", grant.value())
                .setParameter("rule", each.rule())
                .setParameter("subject", each.subject())
                .setParameter("since", each.occupied().from())
                .setParameter("until", each.occupied().to())
                .setParameter(
                        "amount",
                        each.allowance().limit() instanceof Limit.Total ? entitlement.cents() : null,
                        Long.class)
                .executeUpdate();
    }
}
