package hk.itf.assessment.queue;

import hk.itf.assessment.AssessmentSettings;
import hk.itf.assessment.reviewcase.Stage;
import hk.itf.assessment.reviewtask.ReviewTaskStatus;
import hk.itf.assessment.reviewtask.ReviewTaskTransition;
import hk.itf.infra.http.Actor;
import hk.itf.model.id.OrganisationId;
import hk.itf.model.id.PersonId;
import hk.itf.model.id.ReviewTaskId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.Session;

/**
 * The queue's own SQL. Finding a task and taking it is one statement, with every rule inside: whatever two people do at
 * once, no task is taken twice and no rule is checked against a state that is gone.
 */
@ApplicationScoped
class ReviewQueue {

    private static final String LOCK_PERSON = """
            insert into assessor (person, last_asked_at) values (:person, clock_timestamp())
            on conflict (person) do update set last_asked_at = excluded.last_asked_at
            """;

    /** What is known here against a person's judging a task: interests, duties, and what they did in the case before. */
    private static final String UNSUSPECTED = """
            not exists (select 1 from conflict_of_interest c
                        where c.person = :person and c.organisation = any(w.parties))
            and not exists (select 1 from interest_in_grant i where i.grant_id = w.grant_id and i.person = :person)
            and not exists (select 1 from grant_duty d
                            where d.grant_id = w.grant_id and d.person = :person
                              and case when w.duty is null then d.duty = 'SUBMITTED' else d.duty <> w.duty end)
            and not exists (select 1 from review_task o
                            where o.case_id = w.case_id and o.holder = :person
                              and (o.status = 'RECUSED'
                                   or (o.stage = w.stage and o.round = w.round and o.status in ('TAKEN', 'DONE'))
                                   or (o.stage <> w.stage and o.status in ('TAKEN', 'DONE')
                                       and array[o.stage, w.stage] <@ string_to_array(:scored, ','))))
            """;

    private static final String RESERVED = "w.reserved_for = :person and w.reserved_until > clock_timestamp()";
    private static final String FREE = "(w.reserved_until is null or w.reserved_until <= clock_timestamp())";

    private static final String MAY_JUDGE = "select count(*) from review_task w where w.id = :task and " + UNSUSPECTED;

    /** The candidate is a CTE, not a subquery: a row lock in it makes it run once. */
    private static final String TAKE = """
            with next as (
              select w.id from review_task w
              where w.status in ({from})
                and {which}
                and w.role = any(string_to_array(:roles, ','))
                and (w.authorities = '{}' or w.authorities && string_to_array(:roles, ','))
                and (:stages = '' or w.stage = any(string_to_array(:stages, ',')))
                and (select count(*) from review_task h where h.holder = :person and h.status = 'TAKEN') < :loadCap
                and not w.parties && cast(string_to_array(:organisations, ',') as uuid[])
                and {unsuspected}
              order by w.due_on, w.id
              for update of w skip locked
              limit 1)
            update review_task t
            set status = {to}, holder = :person, taken_at = clock_timestamp(),
                lease_until = clock_timestamp() + least(make_interval(secs => :lease), make_interval(secs => :longest)),
                lease_ends_at_latest = clock_timestamp() + make_interval(secs => :longest),
                version = t.version + 1
            from next where t.id = next.id
            returning t.id
            """.replace("{from}", literals(ReviewTaskTransition.TAKE.from()))
            .replace("{to}", literals(Set.of(ReviewTaskTransition.TAKE.to())));

    /** Who has scored one of these does not score another: two findings of one person are not two. */
    private static final String SCORED = Arrays.stream(Stage.values())
            .filter(Stage::isScored)
            .map(Stage::name)
            .collect(Collectors.joining(","));

    private final Session entities;
    private final AssessmentSettings settings;

    ReviewQueue(Session entities, AssessmentSettings settings) {
        this.entities = entities;
        this.settings = settings;
    }

    /** Two requests of one person take turns, so that both cannot see room for one more under the cap. */
    void lock(PersonId person) {
        entities.createNativeMutationQuery(LOCK_PERSON)
                .setParameter("person", person.value())
                .executeUpdate();
    }

    /** What waits for this person alone comes first; each look is one statement that takes what it finds. */
    Optional<ReviewTaskId> take(Actor actor, List<Stage> stages) {
        return take(RESERVED, actor, stages).or(() -> take(FREE, actor, stages));
    }

    private Optional<ReviewTaskId> take(String which, Actor actor, List<Stage> stages) {
        return entities.createNativeQuery(
                        TAKE.replace("{which}", which).replace("{unsuspected}", UNSUSPECTED), UUID.class)
                .setParameter("person", actor.person().value())
                .setParameter("roles", joined(actor.roles()))
                .setParameter(
                        "organisations",
                        joined(actor.organisations().stream()
                                .map(OrganisationId::toString)
                                .toList()))
                .setParameter("stages", joined(stages.stream().map(Stage::name).toList()))
                .setParameter("scored", SCORED)
                .setParameter("loadCap", settings.loadCap())
                .setParameter("lease", (double) settings.lease().toSeconds())
                .setParameter("longest", (double) settings.longestLease().toSeconds())
                .getResultStream()
                .findFirst()
                .map(ReviewTaskId::of);
    }

    /** Whether nothing is known against it; what only a token tells, roles and organisations, shows when they ask. */
    boolean mayJudge(PersonId person, ReviewTaskId task) {
        return entities.createNativeQuery(MAY_JUDGE, Long.class)
                        .setParameter("person", person.value())
                        .setParameter("task", task.value())
                        .setParameter("scored", SCORED)
                        .getSingleResult()
                > 0;
    }

    /** Tasks whose lease has lapsed by the database's clock. */
    List<ReviewTaskId> lapsed(int limit) {
        return entities.createNativeQuery(
                        "select id from review_task where status = 'TAKEN' and lease_until <= clock_timestamp() order by lease_until limit :limit",
                        UUID.class)
                .setParameter("limit", limit)
                .getResultStream()
                .map(ReviewTaskId::of)
                .toList();
    }

    private static String joined(Collection<String> words) {
        return String.join(",", words);
    }

    private static String literals(Set<ReviewTaskStatus> statuses) {
        return statuses.stream().map(status -> "'" + status + "'").collect(Collectors.joining(", "));
    }
}
