package hk.itf.disbursement.debtor;

import static hk.itf.model.NamedValue.value;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import hk.itf.disbursement.debtor.DebtorView.DebtView;
import hk.itf.infra.clock.HongKong;
import hk.itf.infra.http.CallerLanguage;
import hk.itf.infra.http.Page;
import hk.itf.model.DomainException;
import hk.itf.model.Violation;
import hk.itf.model.id.GrantId;
import hk.itf.model.id.OrganisationId;
import hk.itf.model.id.ReceivableId;
import hk.itf.model.id.Uuids;
import hk.itf.model.json.Json;
import hk.itf.model.money.Money;
import hk.itf.model.scheme.value.LocalisedText;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/**
 * Reads the debtors of a day from the transfers up to that day. Every past day gives the amounts of the books of that
 * day.
 */
@ApplicationScoped
class DebtorQueries {

    private static final LocalDate FIRST_DAY = LocalDate.of(2000, 1, 1);
    private static final int MOST_RECEIVABLES = 100;

    /** Outstanding amount of the receivable {@code r} at the end of the day {@code :asOf}. */
    private static final String OUTSTANDING = """
            (select coalesce(sum(case t.reason when 'RAISE' then t.amount_cents else -t.amount_cents end), 0) from transfer t
             where t.reason in ('RAISE', 'UNDO_RAISE') and t.cause = cast(r.id as text) and t.booked_on <= :asOf)
            - (select coalesce(sum(t.amount_cents), 0) from recovery c
               cross join lateral (select amount_cents from transfer
                                   where reason = 'RECOVER' and cause = cast(c.id as text) and booked_on <= :asOf offset 0) t
               where c.receivable_id = r.id)
            """;

    /** Walks through the organisations in order, and ends with the page. */
    private static final String DEBTORS = """
            select o.organisation, d.not_due, d.to_30, d.to_60, d.to_90, d.over_90, d.total
            from (select distinct organisation from receivable where organisation > :after order by organisation) o
            cross join lateral (
              select cast(coalesce(sum(cents) filter (where due_by >= :asOf), 0) as bigint) as not_due,
                cast(coalesce(sum(cents) filter (where :asOf - due_by between 1 and 30), 0) as bigint) as to_30,
                cast(coalesce(sum(cents) filter (where :asOf - due_by between 31 and 60), 0) as bigint) as to_60,
                cast(coalesce(sum(cents) filter (where :asOf - due_by between 61 and 90), 0) as bigint) as to_90,
                cast(coalesce(sum(cents) filter (where :asOf - due_by > 90), 0) as bigint) as over_90,
                cast(sum(cents) as bigint) as total
              from (select r.due_by, %s as cents from receivable r where r.organisation = o.organisation) r
              where cents > 0) d
            where d.total > 0 order by o.organisation limit :limit
            """.formatted(OUTSTANDING);

    private static final String RECEIVABLES = """
            select organisation, id, grant_id, reason, due_by, cast(cents as bigint) from (
              select r.*, row_number() over (partition by organisation order by due_by, id) as place
              from (select r.*, %s as cents from receivable r where r.organisation in (:owners)) r where cents > 0) ranked
            where place <= :most order by organisation, place
            """.formatted(OUTSTANDING);

    private final EntityManager entities;
    private final Clock clock;

    DebtorQueries(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    @Transactional
    Page<DebtorView> list(@Nullable String asOf, @Nullable String cursor, @Nullable Integer wanted) {
        var day = dayOf(asOf);
        var size = Page.size(wanted);
        var found = entities.unwrap(Session.class)
                .createNativeQuery(DEBTORS, Object[].class)
                .setParameter("asOf", day)
                .setParameter("after", Page.cursor(cursor).orElse(Uuids.LOWEST))
                .setParameter("limit", size + 1)
                .getResultList();
        var receivables = outstandingReceivables(
                day, found.stream().map(row -> (UUID) row[0]).toList());
        return Page.of(
                found.stream().map(row -> debtor(row, receivables)).toList(),
                size,
                debtor -> debtor.owner().value());
    }

    private LocalDate dayOf(@Nullable String asOf) {
        var today = HongKong.dayOf(clock.instant());
        try {
            var day = asOf == null ? today : LocalDate.parse(asOf);
            if (!day.isBefore(FIRST_DAY) && !day.isAfter(today)) {
                return day;
            }
        } catch (DateTimeParseException e) {
            // refused below
        }
        throw DomainException.invalid(
                "invalid-parameter.asOf",
                List.of(Violation.of("", "invalid-asOf", value("first", FIRST_DAY), value("today", today))),
                value("first", FIRST_DAY),
                value("today", today));
    }

    private Map<UUID, List<DebtView>> outstandingReceivables(LocalDate day, List<UUID> owners) {
        if (owners.isEmpty()) {
            return Map.of();
        }
        return entities.unwrap(Session.class)
                .createNativeQuery(RECEIVABLES, Object[].class)
                .setParameter("asOf", day)
                .setParameter("owners", owners)
                .setParameter("most", MOST_RECEIVABLES)
                .getResultStream()
                .collect(groupingBy(row -> (UUID) row[0], mapping(row -> debt(row, day), toList())));
    }

    private static DebtorView debtor(Object[] row, Map<UUID, List<DebtView>> receivables) {
        return new DebtorView(
                OrganisationId.of((UUID) row[0]),
                Money.ofCents((Long) row[1]),
                Money.ofCents((Long) row[2]),
                Money.ofCents((Long) row[3]),
                Money.ofCents((Long) row[4]),
                Money.ofCents((Long) row[5]),
                Money.ofCents((Long) row[6]),
                receivables.getOrDefault((UUID) row[0], List.of()));
    }

    private static DebtView debt(Object[] row, LocalDate day) {
        var dueBy = (LocalDate) row[4];
        return new DebtView(
                ReceivableId.of((UUID) row[1]),
                GrantId.of((UUID) row[2]),
                Json.read((String) row[3], LocalisedText.class)
                        .in(CallerLanguage.current().tag()),
                dueBy,
                Math.max(0, ChronoUnit.DAYS.between(dueBy, day)),
                Money.ofCents((Long) row[5]));
    }
}
