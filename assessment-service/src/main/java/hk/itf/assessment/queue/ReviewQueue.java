package hk.itf.assessment.queue;

import hk.itf.assessment.AssessmentSettings;
import hk.itf.assessment.reviewcase.Stage;
import hk.itf.assessment.reviewtask.ReviewTaskStatus;
import hk.itf.assessment.reviewtask.ReviewTaskTransition;
import hk.itf.infra.http.Actor;
import hk.itf.infra.sql.PlainQuery;
import hk.itf.infra.sql.ScalarQuery;
import hk.itf.model.id.OrganisationId;
import hk.itf.model.id.PersonId;
import hk.itf.model.id.ReviewTaskId;
import hk.itf.model.id.Uuids;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.Session;

/**
 * The SQL of the review queue. One statement finds and takes a task and checks every rule, so that two people never take
 * the same task and no rule is checked against an outdated state.
 */
@ApplicationScoped
class ReviewQueue {

    private static final String LOCK_PERSON = """
            insert into assessor (person, last_asked_at) values (:person, clock_timestamp())
            on conflict (person) do update set last_asked_at = excluded.last_asked_at
            """;

    /**
     * True when no interest, duty or earlier act of the person forbids them to judge the task. Each condition is a lookup by
     * key for each task; {@code offset 0} keeps the planner from reading a whole table instead.
     */
    private static final String MAY_JUDGE_CONDITION = """
            not exists (select 1 from conflict_of_interest c
                        where c.person = :person and c.organisation = any(w.parties) offset 0)
            and not exists (select 1 from interest_in_grant i where i.grant_id = w.grant_id and i.person = :person offset 0)
            and not exists (select 1 from grant_duty d
                            where d.grant_id = w.grant_id and d.person = :person
                              and case when w.duty is null then d.duty = 'SUBMITTED' else d.duty <> w.duty end
                            offset 0)
            and not exists (select 1 from review_task o
                            where o.case_id = w.case_id and o.holder = :person
                              and (o.status = 'RECUSED'
                                   or (o.stage = w.stage and o.round = w.round and o.status in ('TAKEN', 'DONE'))
                                   or (o.stage <> w.stage and o.status in ('TAKEN', 'DONE')
                                       and array[o.stage, w.stage] <@ string_to_array(:scored, ',')))
                            offset 0)
            """;

    private static final String RESERVED = "w.reserved_for = :person and w.reserved_until > clock_timestamp()";
    private static final String FREE = "(w.reserved_until is null or w.reserved_until <= clock_timestamp())";

    private static final String MAY_JUDGE =
            "select count(*) from review_task w where w.id = :task and " + MAY_JUDGE_CONDITION;

    /** True when the person may take the waiting task {@code w}, by the token and by {@link #MAY_JUDGE_CONDITION}. */
    private static final String MAY_TAKE_CONDITION = """
            {reservation}
            and (w.authorities = '{}' or w.authorities && string_to_array(:roles, ','))
            and not w.parties && cast(string_to_array(:organisations, ',') as uuid[])
            and {mayJudge}
            """.replace("{mayJudge}", MAY_JUDGE_CONDITION);

    /**
     * A line holds the waiting tasks of one role and stage in the order of the queue. The first task of each line that the
     * person may take decides the order of the lines; the first task of them that nobody else is taking is taken. The
     * candidate is a CTE, not a subquery, because the row lock makes PostgreSQL run the CTE once.
     */
    private static final String TAKE = """
            with line as (
              select r.role, s.stage, first.due_on, first.id
              from unnest(string_to_array(:roles, ',')) r (role)
              cross join unnest(string_to_array(:stages, ',')) s (stage)
              cross join lateral (
                select w.due_on, w.id from review_task w
                where w.status in ({from}) and w.role = r.role and w.stage = s.stage and {mayTake}
                order by w.due_on, w.id limit 1) first
              where (select count(*) from review_task h where h.holder = :person and h.status = 'TAKEN') < :loadCap
              order by first.due_on, first.id),
            next as (
              select free.id from line
              cross join lateral (
                select w.id from review_task w
                where w.status in ({from}) and w.role = line.role and w.stage = line.stage and {mayTake}
                order by w.due_on, w.id
                for update of w skip locked
                limit 1) free
              limit 1)
            update review_task t
            set status = {to}, holder = :person, taken_at = clock_timestamp(),
                lease_until = clock_timestamp() + least(make_interval(secs => :lease), make_interval(secs => :longest)),
                lease_ends_at_latest = clock_timestamp() + make_interval(secs => :longest),
                version = t.version + 1
            from next where t.id = next.id
            returning t.id
            """.replace("{mayTake}", MAY_TAKE_CONDITION)
            .replace("{from}", literals(ReviewTaskTransition.TAKE.from()))
            .replace("{to}", literals(Set.of(ReviewTaskTransition.TAKE.to())));

    private static final String TAKE_RESERVED = TAKE.replace("{reservation}", RESERVED);
    private static final String TAKE_FREE = TAKE.replace("{reservation}", FREE);

    /** The scored stages. A person scores at most one of them in a case, so that every score is an independent opinion. */
    private static final String SCORED = Arrays.stream(Stage.values())
            .filter(Stage::isScored)
            .map(Stage::name)
            .collect(Collectors.joining(","));

    private final Session entities;
    private final AgroalDataSource database;
    private final AssessmentSettings settings;

    ReviewQueue(Session entities, AgroalDataSource database, AssessmentSettings settings) {
        this.entities = entities;
        this.database = database;
        this.settings = settings;
    }

    /** Locks the person, so that two requests at once cannot both pass the load cap. */
    void lock(PersonId person) {
        entities.createNativeMutationQuery(LOCK_PERSON)
                .setParameter("person", person.value())
                .executeUpdate();
    }

    /** Takes a task reserved for the person, or else the first free task. */
    Optional<ReviewTaskId> take(Actor actor, List<Stage> stages) {
        return takeWith(TAKE_RESERVED, actor, stages).or(() -> takeWith(TAKE_FREE, actor, stages));
    }

    private Optional<ReviewTaskId> takeWith(String sql, Actor actor, List<Stage> stages) {
        return ScalarQuery.of(entities, sql, UUID.class)
                .setParameter("person", actor.person().value())
                .setParameter("roles", joined(actor.roles()))
                .setParameter(
                        "organisations",
                        joined(actor.organisations().stream()
                                .map(OrganisationId::toString)
                                .toList()))
                .setParameter(
                        "stages",
                        joined((stages.isEmpty() ? List.of(Stage.values()) : stages)
                                .stream().map(Stage::name).toList()))
                .setParameter("scored", SCORED)
                .setParameter("loadCap", settings.loadCap())
                .setParameter("lease", (double) settings.lease().toSeconds())
                .setParameter("longest", (double) settings.longestLease().toSeconds())
                .getResultStream()
                .findFirst()
                .map(ReviewTaskId::of);
    }

    /** Whether no stored interest, duty or act forbids the person to judge the task. Roles and organisations come with the token later. */
    boolean mayJudge(PersonId person, ReviewTaskId task) {
        return ScalarQuery.of(entities, MAY_JUDGE, Long.class)
                        .setParameter("person", person.value())
                        .setParameter("task", task.value())
                        .setParameter("scored", SCORED)
                        .getSingleResult()
                > 0;
    }

    /** A taken task with the end of its lease. */
    record Lease(ReviewTaskId task, Instant until) {}

    /**
     * Taken tasks whose lease has ended by the clock of the database, earliest first.
     *
     * @param after the last task of the page before
     */
    List<Lease> lapsed(Optional<Lease> after, int limit) {
        var last = after.orElse(new Lease(ReviewTaskId.of(Uuids.LOWEST), Instant.EPOCH));
        return PlainQuery.of(database, """
                        select id, lease_until from review_task
                        where status = 'TAKEN' and lease_until <= clock_timestamp() and (lease_until, id) > (:until, :after)
                        order by lease_until, id limit :limit
                        """)
                .set("until", last.until())
                .set("after", last.task().value())
                .set("limit", limit)
                .list(row -> new Lease(ReviewTaskId.of(row.uuid(1)), row.instant(2)));
    }

    private static String joined(Collection<String> values) {
        return String.join(",", values);
    }

    private static String literals(Set<ReviewTaskStatus> statuses) {
        return statuses.stream().map(status -> "'" + status + "'").collect(Collectors.joining(", "));
    }
}
