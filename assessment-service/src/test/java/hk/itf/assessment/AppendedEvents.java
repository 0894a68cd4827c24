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

/** What the service has said about a grant, in order. */
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

    /** The only event of its kind about a grant, once it is there. */
    public <E extends AssessmentEvent> E the(Class<E> type, GrantId grant) {
        return await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> about(grant, type), found -> !found.isEmpty())
                .getLast();
    }

    @Transactional
    public long count(String sql, GrantId grant) {
        return entities.createNativeQuery(sql, Long.class)
                .setParameter("grant", grant.value())
                .getSingleResult();
    }

    /** Whatever a query finds out about a grant, as text. */
    @Transactional
    public List<String> rows(String sql, GrantId grant) {
        return entities.createNativeQuery(sql, String.class)
                .setParameter("grant", grant.value())
                .getResultList();
    }

    /** The case of a grant that has come to a stage, once it has. */
    public String caseAt(String stage, GrantId grant) {
        return await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(100))
                .until(
                        () -> rows(
                                "select cast(id as text) from review_case where grant_id = :grant and stage = '%s' and status = 'OPEN'"
                                        .formatted(stage),
                                grant),
                        found -> !found.isEmpty())
                .getFirst();
    }

    /** How many events of applications-service about a grant have been dealt with. */
    public long applied(GrantId grant) {
        return count(
                "select coalesce(max(sequence), 0) from applied_sequence where aggregate_id = cast(:grant as text)",
                grant);
    }

    /** Real time as the service measures leases with it. */
    @Transactional
    public Instant databaseNow() {
        return entities.createNativeQuery("select clock_timestamp()", Instant.class)
                .getSingleResult();
    }
}
