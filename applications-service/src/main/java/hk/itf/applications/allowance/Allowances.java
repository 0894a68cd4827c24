package hk.itf.applications.allowance;

import static hk.itf.model.NamedValue.value;

import hk.itf.infra.sql.ScalarQuery;
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
 * Reserves the allowances of grants. Each allowance and subject has one lock row. The reservations are read and written
 * under that lock, so that two grants at the same time cannot exceed a limit. Locks are always taken in the same order, so
 * that two grants cannot block each other.
 */
@ApplicationScoped
public class Allowances {

    /** The need of one grant for one allowance of one subject. */
    private record AllowanceNeed(SchemeId scheme, Allowance allowance, String subject, DateRange dates) {
        String rule() {
            return scheme + "/" + allowance.id();
        }

        AllowanceNeed until(LocalDate lastDay) {
            return new AllowanceNeed(scheme, allowance, subject, new DateRange(dates.from(), lastDay));
        }
    }

    private record Reservation(DateRange dates, Money amount) {}

    private static final Comparator<AllowanceNeed> ORDER =
            Comparator.comparing(AllowanceNeed::rule).thenComparing(AllowanceNeed::subject);

    private final Session session;

    Allowances(Session session) {
        this.session = session;
    }

    /** The remaining allowances in money at this moment, for estimates. The grant's own reservation does not count. */
    @Transactional
    public RemainingAllowances usage(GrantId grant, Scheme scheme, Facts facts, OrganisationId applicant) {
        return usage(grant, needed(scheme, facts, applicant));
    }

    /**
     * Locks, for this transaction, the allowances that the grant needs, and cancels its earlier reservations.
     *
     * @return the remaining allowances in money
     */
    @Transactional(TxType.MANDATORY)
    public RemainingAllowances lock(GrantId grant, Scheme scheme, Facts facts, OrganisationId applicant) {
        var needed = needed(scheme, facts, applicant);
        needed.forEach(this::lock);
        release(grant);
        return usage(grant, needed);
    }

    /**
     * Reserves the allowances that the grant needs. Call {@link #lock} first.
     *
     * @param entitlement the amount that counts against limits in money
     * @throws DomainException {@code allowance-exceeded}, naming the rule
     */
    @Transactional(TxType.MANDATORY)
    public void reserve(GrantId grant, Scheme scheme, Facts facts, OrganisationId applicant, Money entitlement) {
        for (var each : needed(scheme, facts, applicant)) {
            requireWithinLimit(grant, each, entitlement, "/answers");
            insert(grant, each, entitlement);
        }
    }

    private void requireWithinLimit(GrantId grant, AllowanceNeed each, Money entitlement, String pointer) {
        var others = reserved(grant, each);
        var rule = each.allowance().sentence();
        var faults = List.of(new Violation(
                pointer, each.allowance().id().value(), Wording.of("allowance-exceeded", value("rule", rule))));
        switch (each.allowance().limit()) {
            case Limit.Count(var most) -> {
                var overlap = each.dates()
                        .highestOverlap(others.stream().map(Reservation::dates).toList());
                if (overlap >= most) {
                    throw DomainException.broken(
                            "allowance-exceeded.count",
                            faults,
                            value("rule", rule),
                            value("others", overlap),
                            value("from", each.dates().from()),
                            value("to", each.dates().to()));
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
     * Locks, for this transaction, the overlap quotas the grant would use if it ran until {@code lastDay}, and checks them.
     *
     * @throws DomainException {@code allowance-exceeded}, naming the rule
     */
    @Transactional(TxType.MANDATORY)
    public void requireOverlapUntil(
            LocalDate lastDay, GrantId grant, Scheme scheme, Facts facts, OrganisationId applicant) {
        overlapNeedsUntil(lastDay, scheme, facts, applicant).forEach(each -> {
            lock(each);
            requireWithinLimit(grant, each, Money.ZERO, "/milestones");
        });
    }

    /** Extends the overlap reservations to {@code lastDay}. {@link #shorten} undoes the extension. */
    @Transactional(TxType.MANDATORY)
    public void extendReservation(
            LocalDate lastDay, GrantId grant, Scheme scheme, Facts facts, OrganisationId applicant) {
        overlapNeedsUntil(lastDay, scheme, facts, applicant)
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

    /** Lowers the reservations in money to the awarded amount, if that is less. */
    @Transactional(TxType.MANDATORY)
    public void lower(GrantId grant, Money awarded) {
        session.createNativeMutationQuery(
                        "update allowance_reservation set amount_cents = least(amount_cents, :awarded) where application_id = :grant and amount_cents is not null")
                .setParameter("awarded", awarded.cents())
                .setParameter("grant", grant.value())
                .executeUpdate();
    }

    /** Keeps reservations of a finished grant at the paid amount, with their dates; cancels them when nothing was paid. */
    @Transactional(TxType.MANDATORY)
    public void settle(GrantId grant, Money paid) {
        if (paid.isZero()) {
            release(grant);
        } else {
            lower(grant, paid);
        }
    }

    /** Cancels all reservations of the grant. */
    @Transactional(TxType.MANDATORY)
    public void release(GrantId grant) {
        session.createNativeMutationQuery("delete from allowance_reservation where application_id = :grant")
                .setParameter("grant", grant.value())
                .executeUpdate();
    }

    /** Ends the overlap reservations of the grant at {@code lastDay}. */
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

    private static List<AllowanceNeed> needed(Scheme scheme, Facts facts, OrganisationId applicant) {
        return scheme.allowances().stream()
                .flatMap(allowance -> needed(scheme, allowance, facts, applicant))
                .sorted(ORDER)
                .toList();
    }

    /** The needs for overlap quota if the grant ran until {@code lastDay}. */
    private static List<AllowanceNeed> overlapNeedsUntil(
            LocalDate lastDay, Scheme scheme, Facts facts, OrganisationId applicant) {
        return scheme.allowances().stream()
                .filter(allowance -> allowance.period() instanceof Allowance.Period.DateOverlap
                        && allowance.limit() instanceof Limit.Count)
                .flatMap(allowance -> needed(scheme, allowance, facts, applicant))
                .map(each -> each.until(lastDay))
                .sorted(ORDER)
                .toList();
    }

    private static Stream<AllowanceNeed> needed(
            Scheme scheme, Allowance allowance, Facts facts, OrganisationId applicant) {
        if (!allowance.appliesTo(facts)) {
            return Stream.empty();
        }
        return allowance.period().countedDates(facts).stream()
                .flatMap(dates -> allowance.subject().lockKeys(facts.answers(), applicant).stream()
                        .map(subject -> new AllowanceNeed(scheme.id(), allowance, subject, dates)));
    }

    private RemainingAllowances usage(GrantId grant, List<AllowanceNeed> needed) {
        var remaining = new HashMap<RuleId, Money>();
        for (var each : needed) {
            if (each.allowance().limit() instanceof Limit.Total(var most)) {
                var used = total(reserved(grant, each));
                remaining.merge(each.allowance().id(), used.exceeds(most) ? Money.ZERO : most.minus(used), Money::min);
            }
        }
        return new RemainingAllowances(remaining);
    }

    private static Money total(List<Reservation> reserved) {
        return Money.sum(reserved.stream().map(Reservation::amount).toList());
    }

    private void lock(AllowanceNeed each) {
        session.createNativeMutationQuery(
                        "insert into allowance_lock (rule, subject) values (:rule, :subject) on conflict do nothing")
                .setParameter("rule", each.rule())
                .setParameter("subject", each.subject())
                .executeUpdate();
        ScalarQuery.of(
                        session,
                        "select rule from allowance_lock where rule = :rule and subject = :subject for update",
                        String.class)
                .setParameter("rule", each.rule())
                .setParameter("subject", each.subject())
                .getSingleResult();
    }

    /** The reservations of other grants that overlap the need. */
    private List<Reservation> reserved(GrantId grant, AllowanceNeed each) {
        return session.createNativeQuery("""
                        select from_date, to_date, coalesce(amount_cents, 0) from allowance_reservation
                        where rule = :rule and subject = :subject and from_date <= :until and to_date >= :since
                          and application_id <> :grant
                        """, Object[].class)
                .setParameter("rule", each.rule())
                .setParameter("subject", each.subject())
                .setParameter("since", each.dates().from())
                .setParameter("until", each.dates().to())
                .setParameter("grant", grant.value())
                .getResultStream()
                .map(row -> new Reservation(
                        new DateRange((LocalDate) row[0], (LocalDate) row[1]),
                        Money.ofCents(((Number) row[2]).longValue())))
                .toList();
    }

    private void insert(GrantId grant, AllowanceNeed each, Money entitlement) {
        session.createNativeMutationQuery("""
                        insert into allowance_reservation (application_id, rule, subject, from_date, to_date, amount_cents)
                        values (:grant, :rule, :subject, :since, :until, :amount)
                        """)
                .setParameter("grant", grant.value())
                .setParameter("rule", each.rule())
                .setParameter("subject", each.subject())
                .setParameter("since", each.dates().from())
                .setParameter("until", each.dates().to())
                .setParameter(
                        "amount",
                        each.allowance().limit() instanceof Limit.Total ? entitlement.cents() : null,
                        Long.class)
                .executeUpdate();
    }
}
