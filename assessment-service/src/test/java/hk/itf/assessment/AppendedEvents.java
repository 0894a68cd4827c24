package hk.itf.assessment;

import static org.awaitility.Awaitility.await;

import hk.itf.model.event.AssessmentEvent;
import hk.itf.model.event.EventCodec;
import hk.itf.model.id.GrantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.hibernate.Session;

/** Reads the events that the service published about a grant, and other rows of its database. */
@ApplicationScoped
public class AppendedEvents {

    private final Session entities;

    AppendedEvents(Session entities) {
        this.entities = entities;
    }

    @Transactional
    public List<AssessmentEvent> about(GrantId grant) {
        return entities.createNativeQuery(
                        "select event_type, cast(body as text) from event_log where aggregate_id = :grant order by sequence",
                        Object[].class)
                .setParameter("grant", grant.toString())
                .getResultStream()
                .map(row -> (AssessmentEvent)
                        EventCodec.decode((String) row[0], (String) row[1]).orElseThrow())
                .toList();
    }

    public <E extends AssessmentEvent> List<E> about(GrantId grant, Class<E> type) {
        return about(grant).stream().filter(type::isInstance).map(type::cast).toList();
    }

    /** Waits for an event of the type about the grant and returns the last one. */
    public <E extends AssessmentEvent> E awaitLast(Class<E> type, GrantId grant) {
        return await().atMost(Duration.ofSeconds(20))
                .until(() -> about(grant, type), found -> !found.isEmpty())
                .getLast();
    }

    @Transactional
    public long count(String sql, GrantId grant) {
        return entities.createNativeQuery(sql, Long.class)
                .setParameter("grant", grant.value())
                .getSingleResult();
    }

    /** The first column of each row that the query finds for the grant. */
    @Transactional
    public List<String> rows(String sql, GrantId grant) {
        return entities.createNativeQuery(sql, String.class)
                .setParameter("grant", grant.value())
                .getResultList();
    }

    /** Waits for an open case of the grant at the stage and returns its id. */
    public String awaitCaseAt(String stage, GrantId grant) {
        return await().atMost(Duration.ofSeconds(20))
                .until(
                        () -> rows(
                                "select cast(id as text) from review_case where grant_id = :grant and stage = '%s' and status = 'OPEN'"
                                        .formatted(stage),
                                grant),
                        found -> !found.isEmpty())
                .getFirst();
    }

    /** The sequence of the last applied event of applications-service about the grant. */
    public long applied(GrantId grant) {
        return count(
                "select coalesce(max(sequence), 0) from applied_sequence where aggregate_id = cast(:grant as text)",
                grant);
    }

    /** The real time of the database, which measures leases. */
    @Transactional
    public Instant databaseNow() {
        return entities.createNativeQuery("select clock_timestamp()", Instant.class)
                .getSingleResult();
    }
}
