package hk.itf.infra.duty;

import static hk.itf.model.NamedValue.value;

import hk.itf.infra.sql.ScalarQuery;
import hk.itf.infra.timeline.Timeline;
import hk.itf.model.DomainException;
import hk.itf.model.duty.Duty;
import hk.itf.model.duty.TakenDuty;
import hk.itf.model.id.GrantId;
import hk.itf.model.id.PersonId;
import hk.itf.model.id.Uuids;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.Session;
import org.jboss.logging.Logger;

/**
 * The duties people hold for each grant. One person holds one duty of a grant; repeating one's own duty changes nothing.
 * The handlers of this service take duties, {@link LearnDuties} adds those taken in other services. No role is exempt.
 */
@ApplicationScoped
public class GrantDuties {

    private static final Logger LOG = Logger.getLogger(GrantDuties.class);

    private static final String RECORD = """
            with wanted as (select * from unnest(?, ?, ?) with ordinality as w (grant_id, person, duty, place)),
            held as (
              select wanted.grant_id, wanted.person, d.duty from wanted cross join lateral (
                select duty from grant_duty where grant_id = wanted.grant_id and person = wanted.person limit 1) as d),
            taken as (
              insert into grant_duty (grant_id, person, duty)
              select grant_id, person, duty from wanted
              where not exists (select from held h where h.grant_id = wanted.grant_id and h.person = wanted.person)
              order by grant_id, person, place
              on conflict do nothing
              returning grant_id, person, duty)
            select grant_id, person, duty from held union select grant_id, person, duty from taken
            """;

    private final Session entities;
    private final AgroalDataSource database;
    private final Timeline timeline;
    private final Clock clock;

    GrantDuties(Session entities, AgroalDataSource database, Timeline timeline, Clock clock) {
        this.entities = entities;
        this.database = database;
        this.timeline = timeline;
        this.clock = clock;
    }

    /**
     * Takes a duty for the person who acts now.
     *
     * @throws DomainException {@code one-person-one-duty} when the person already holds another duty of this grant
     */
    @Transactional(TxType.MANDATORY)
    public void take(GrantId grant, PersonId person, Duty duty) {
        var taken = new TakenDuty(grant, person, duty);
        var held = Objects.requireNonNull(record(List.of(taken)).get(Holder.of(taken)));
        if (held != duty) {
            throw DomainException.conflict("one-person-one-duty", value("held", held), value("wanted", duty));
        }
    }

    /**
     * Records duties taken in another service. A second duty of a person cannot be refused any more: it becomes a duty
     * conflict.
     */
    @Transactional(TxType.MANDATORY)
    void learn(List<TakenDuty> duties) {
        if (duties.isEmpty()) {
            return;
        }
        var held = record(duties);
        for (var taken : duties) {
            var kept = Objects.requireNonNull(held.get(Holder.of(taken)));
            if (kept != taken.duty()) {
                raise(taken.grant(), taken.person(), kept, taken.duty());
            }
        }
    }

    /**
     * The act behind the duty a person holds was undone, and they hold the one they took elsewhere instead: another
     * person has to repeat the act.
     */
    @Transactional(TxType.MANDATORY)
    public void giveUp(GrantId grant, PersonId person, Duty undone, Duty instead) {
        entities.createNativeMutationQuery(
                        "update grant_duty set duty = :instead where grant_id = :grant and person = :person and duty = :undone")
                .setParameter("instead", instead.name())
                .setParameter("grant", grant.value())
                .setParameter("person", person.value())
                .setParameter("undone", undone.name())
                .executeUpdate();
    }

    public Optional<Duty> of(GrantId grant, PersonId person) {
        return ScalarQuery.of(
                        entities,
                        "select duty from grant_duty where grant_id = :grant and person = :person",
                        String.class)
                .setParameter("grant", grant.value())
                .setParameter("person", person.value())
                .getResultStream()
                .map(Duty::valueOf)
                .findFirst();
    }

    public boolean inConflict(GrantId grant) {
        return ScalarQuery.of(
                                entities,
                                "select count(*) from duty_conflict where grant_id = :grant and resolved_at is null",
                                Long.class)
                        .setParameter("grant", grant.value())
                        .getSingleResult()
                > 0;
    }

    /** Put on record once, however often it is heard of. */
    private void raise(GrantId grant, PersonId person, Duty held, Duty also) {
        var id = Uuids.next();
        var raised = entities.createNativeMutationQuery(
                        "insert into duty_conflict (id, grant_id, person, held, also) values (:id, :grant, :person, :held, :also)"
                                + " on conflict do nothing")
                .setParameter("id", id)
                .setParameter("grant", grant.value())
                .setParameter("person", person.value())
                .setParameter("held", held.name())
                .setParameter("also", also.name())
                .executeUpdate();
        if (raised > 0) {
            timeline.note(
                    grant,
                    "duty-conflict/" + id,
                    "RAISE",
                    person,
                    "holds %s and was also %s".formatted(held, also),
                    clock.instant());
            LOG.warnf("grant %s: person %s holds %s and was also %s", grant, person, held, also);
        }
    }

    /**
     * Records the duties of people who hold no duty of the grant yet.
     *
     * @return the duty that each person holds now
     */
    private Map<Holder, Duty> record(List<TakenDuty> duties) {
        var held = new HashMap<Holder, Duty>();
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(RECORD)) {
            statement.setArray(
                    1, array(connection, "uuid", duties, taken -> taken.grant().value()));
            statement.setArray(
                    2, array(connection, "uuid", duties, taken -> taken.person().value()));
            statement.setArray(
                    3, array(connection, "text", duties, taken -> taken.duty().name()));
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    held.put(
                            new Holder(
                                    GrantId.of(rows.getObject(1, UUID.class)),
                                    PersonId.of(rows.getObject(2, UUID.class))),
                            Duty.valueOf(rows.getString(3)));
                }
            }
        } catch (SQLException e) {
            throw new DutyNotRecordedException(e);
        }
        for (var taken : duties) {
            // A pair without a row got its duty from another transaction since the statement began.
            held.computeIfAbsent(
                    Holder.of(taken), holder -> of(holder.grant, holder.person).orElseThrow());
        }
        return held;
    }

    private static Array array(
            Connection connection, String type, List<TakenDuty> duties, Function<TakenDuty, Object> value)
            throws SQLException {
        return connection.createArrayOf(type, duties.stream().map(value).toArray());
    }

    private record Holder(GrantId grant, PersonId person) {
        static Holder of(TakenDuty taken) {
            return new Holder(taken.grant(), taken.person());
        }
    }

    /** The database refused a statement. The transaction rolls back. */
    private static final class DutyNotRecordedException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        DutyNotRecordedException(SQLException cause) {
            super("a duty could not be recorded: " + cause.getMessage(), cause);
        }
    }
}
