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

    /** Outstanding amount of each receivable at the end of the day {@code :asOf}. */
    private static final String OUTSTANDING = """
            with moved as (
              select r.id, t.amount_cents from receivable r
              join transfer t on t.reason = 'RAISE' and t.cause = cast(r.id as text) and t.booked_on <= :asOf
              union all
              select r.id, -t.amount_cents from receivable r
              join transfer t on t.reason = 'UNDO_RAISE' and t.cause = cast(r.id as text) and t.booked_on <= :asOf
              union all
              select c.receivable_id, -t.amount_cents from recovery c
              join transfer t on t.reason = 'RECOVER' and t.cause = cast(c.id as text) and t.booked_on <= :asOf),
            outstanding as (
              select id, cast(sum(amount_cents) as bigint) as cents from moved group by id having sum(amount_cents) > 0)
            """;

    private static final String DEBTORS = OUTSTANDING + """
            select r.organisation,
              cast(coalesce(sum(o.cents) filter (where r.due_by >= :asOf), 0) as bigint),
              cast(coalesce(sum(o.cents) filter (where :asOf - r.due_by between 1 and 30), 0) as bigint),
              cast(coalesce(sum(o.cents) filter (where :asOf - r.due_by between 31 and 60), 0) as bigint),
              cast(coalesce(sum(o.cents) filter (where :asOf - r.due_by between 61 and 90), 0) as bigint),
              cast(coalesce(sum(o.cents) filter (where :asOf - r.due_by > 90), 0) as bigint),
              cast(sum(o.cents) as bigint)
            from outstanding o join receivable r using (id)
            where r.organisation > :after group by r.organisation order by r.organisation limit :limit
            """;

    private static final String RECEIVABLES = OUTSTANDING + """
            , ranked as (
              select r.*, o.cents, row_number() over (partition by r.organisation order by r.due_by, r.id) as place
              from outstanding o join receivable r using (id) where r.organisation in (:owners))
            select organisation, id, grant_id, reason, due_by, cents from ranked
            where place <= :most order by organisation, place
            """;

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
