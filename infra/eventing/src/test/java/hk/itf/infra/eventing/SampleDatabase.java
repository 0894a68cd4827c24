package hk.itf.infra.eventing;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hk.itf.model.event.EventHeaders;
import hk.itf.model.id.GrantId;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;

/** Queries on the tables of the sample service. */
@ApplicationScoped
public class SampleDatabase {

    private final EntityManager entities;

    SampleDatabase(EntityManager entities) {
        this.entities = entities;
    }

    /** Waits until this number of events has changed the offer of the grant. */
    public void awaitApplied(GrantId grant, int events) {
        await().atMost(ofSeconds(20))
                .untilAsserted(() -> assertThat(appliedTo(grant)).isEqualTo(events));
    }

    /** Waits until an event of the grant waits in the state: GAP, EARLY or PARKED. */
    public void awaitWaiting(GrantId grant, String state) {
        await().atMost(ofSeconds(20))
                .untilAsserted(() -> assertThat(waitingStates(grant)).contains(state));
    }

    public void awaitWaitingCount(GrantId grant, int events) {
        await().atMost(ofSeconds(30))
                .untilAsserted(() -> assertThat(waitingStates(grant)).hasSize(events));
    }

    public void awaitNoneWaiting(GrantId grant) {
        await().atMost(ofSeconds(20))
                .untilAsserted(() -> assertThat(waitingStates(grant)).isEmpty());
    }

    /** The number of events that changed the offer; zero without an offer. */
    public int appliedTo(GrantId grant) {
        return list("select applied from offer where id = ?1", grant.value()).stream()
                .mapToInt(each -> ((Number) each).intValue())
                .sum();
    }

    public List<String> waitingStates(GrantId grant) {
        return texts("select state from waiting_event where aggregate_id = ?1 order by sequence", grant.toString());
    }

    public List<String> waitingReasons(GrantId grant) {
        return texts("select reason from waiting_event where aggregate_id = ?1 order by sequence", grant.toString());
    }

    /** The reasons for which events of the grant were ignored. */
    public List<String> ignoredReasons(GrantId grant) {
        return texts("select reason from ignored_event where aggregate_id = ?1", grant.toString());
    }

    /** The reasons for which records with this key were set aside. */
    public List<String> setAsideReasons(Object key) {
        return texts(
                "select reason from set_aside_record where record_key = convert_to(?1, 'UTF8') order by id",
                key.toString());
    }

    /** The reasons for which operators dropped parked events of the grant. */
    public List<String> droppedReasons(GrantId grant) {
        return texts("select dropped_because from dropped_event where aggregate_id = ?1", grant.toString());
    }

    /** Replaces the bytes of the records with this key that were set aside. */
    public void replaceSetAsideValue(Object key, byte[] value) {
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery(
                                "update set_aside_record set record_value = ?2 where record_key = convert_to(?1, 'UTF8')")
                        .setParameter(1, key.toString())
                        .setParameter(2, value)
                        .executeUpdate());
    }

    /** Leaves the stream of the grant as an older build leaves it, which keeps no hashes. */
    public void forgetLastHash(GrantId grant) {
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery(
                                "update event_stream set last_hash = null, last_hash_sequence = null where aggregate_id = ?1")
                        .setParameter(1, grant.toString())
                        .executeUpdate());
    }

    /** Makes the streams behind their head look as if they were found two minutes ago. */
    public void ageUnmatchedHeads() {
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery("update unmatched_head set since = since - interval '2 minutes'")
                        .executeUpdate());
    }

    public boolean hasPublishedHeads() {
        return !list("select 1 from heads_publication where begun_at > to_timestamp(?1)", 0)
                .isEmpty();
    }

    /** Records an event as applied, as a build does that keeps no hashes. */
    public void advanceAsOlderBuild(GrantId grant, EventHeaders event) {
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery(
                                "update applied_sequence set sequence = ?2, last_event_id = ?3, last_event_sequence = ?2"
                                        + " where aggregate_id = ?1 and source = 'applications'")
                        .setParameter(1, grant.toString())
                        .setParameter(2, event.sequence())
                        .setParameter(3, event.id())
                        .executeUpdate());
    }

    /** Waits until the event of applications with this number is applied. */
    public void awaitSequence(GrantId grant, long sequence) {
        await().atMost(ofSeconds(20))
                .untilAsserted(() -> assertThat(texts(
                                "select sequence from applied_sequence where aggregate_id = ?1 and source = 'applications'",
                                grant.toString()))
                        .containsExactly(Long.toString(sequence)));
    }

    /** The reasons for which operators let events of the grant follow any event. */
    public List<String> acceptedReasons(GrantId grant) {
        return texts("select accepted_because from accepted_event where aggregate_id = ?1", grant.toString());
    }

    /** Does something while the last event of the grant waits to be sent, as if the broker had not acknowledged it. */
    public void whileUnsent(GrantId grant, Runnable work) {
        QuarkusTransaction.requiringNew().run(() -> {
            entities.createNativeQuery("select cast(pg_advisory_xact_lock(?1) as text)")
                    .setParameter(1, OutboxRelay.ADVISORY_LOCK)
                    .getSingleResult();
            QuarkusTransaction.requiringNew()
                    .run(() -> entities.createNativeQuery(
                                    "insert into to_send (position) select max(position) from event_log where aggregate_id = ?1")
                            .setParameter(1, grant.toString())
                            .executeUpdate());
            work.run();
        });
    }

    /** The number of topics whose head of this grant does not match. */
    public int unmatchedHeads(GrantId grant) {
        return texts("select source from unmatched_head where aggregate_id = ?1", grant.toString())
                .size();
    }

    public int runningRepublications() {
        return list("select count(*) from republication where ended_at is null and id > ?1", 0).stream()
                .mapToInt(each -> ((Number) each).intValue())
                .sum();
    }

    /** The sequence numbers of the events that the sample service recorded about the grant. */
    public List<Long> recordedSequences(GrantId grant) {
        return list("select sequence from event_log where aggregate_id = ?1 order by position", grant.toString())
                .stream()
                .map(each -> ((Number) each).longValue())
                .toList();
    }

    public int recordedEpoch(GrantId grant) {
        return ((Number) list("select epoch from event_log where aggregate_id = ?1 order by position", grant.toString())
                        .getLast())
                .intValue();
    }

    public List<String> recordedTraces(GrantId grant) {
        return texts("select traceparent from event_log where aggregate_id = ?1 order by position", grant.toString());
    }

    private List<String> texts(String sql, Object parameter) {
        return list(sql, parameter).stream().map(Object::toString).toList();
    }

    private List<?> list(String sql, Object parameter) {
        return QuarkusTransaction.requiringNew()
                .call(() -> entities.createNativeQuery(sql)
                        .setParameter(1, parameter)
                        .getResultList());
    }
}
