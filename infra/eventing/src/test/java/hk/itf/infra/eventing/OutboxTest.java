package hk.itf.infra.eventing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import hk.itf.infra.eventing.operations.Republication;
import hk.itf.infra.eventing.sample.Offer;
import hk.itf.infra.testkit.OtherService;
import hk.itf.infra.testkit.StackResource;
import hk.itf.infra.testkit.TopicReader;
import hk.itf.infra.testkit.TopicReader.Event;
import hk.itf.model.event.AssessmentEvent.AssessmentStarted;
import hk.itf.model.event.EventCodec;
import hk.itf.model.event.EventHash;
import hk.itf.model.id.GrantId;
import hk.itf.model.id.PersonId;
import hk.itf.model.json.Json;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.jboss.logging.MDC;
import org.junit.jupiter.api.Test;

/** Events recorded in a transaction reach the broker in order, exactly when the transaction commits. */
@QuarkusTest
@QuarkusTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "service", value = "sample"))
class OutboxTest {

    private static final String TOPIC = "itf.assessments";

    private final GrantId grant = GrantId.next();

    @Inject
    Outbox outbox;

    @Inject
    SampleDatabase database;

    @Inject
    Republication republication;

    @Inject
    EntityManager entities;

    @Test
    void sendsEventsOfAggregateInOrderOfRecording() {
        for (var revision = 1; revision <= 20; revision++) {
            append(revision);
        }
        assertThat(eventsUntil(20))
                .extracting(event -> event.headers().sequence(), OutboxTest::revision)
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 20)
                        .mapToObj(each -> org.assertj.core.groups.Tuple.tuple(each, (int) each))
                        .toList());
    }

    @Test
    void numbersEventsOfTransactionInOrderOfRecording() {
        append(1);
        QuarkusTransaction.requiringNew().run(() -> outbox.append(List.of(started(2), started(3), started(4))));
        assertThat(eventsUntil(4)).extracting(OutboxTest::revision).containsExactly(1, 2, 3, 4);
    }

    @Test
    void sendsEventAsCloudEvent() {
        append(1);
        var event = eventsUntil(1).getFirst();
        assertThat(event.key()).isEqualTo(grant.toString());
        assertThat(event.headers().source()).isEqualTo("assessment");
        assertThat(event.headers().type()).isEqualTo("itf.assessment.started.v1");
        assertThat(event.headers().aggregate().toString()).isEqualTo("grant/" + grant);
        assertThat(EventCodec.decode(event.headers().type(), event.body())).contains(started(1));
    }

    @Test
    void chainsEventsByHashOfPredecessor() {
        append(1);
        append(2);
        database.forgetLastHash(grant); // as if an older build had recorded the last event
        append(3);
        append(4);
        var predecessor = EventHash.NONE;
        for (var event : eventsUntil(4)) {
            assertThat(event.headers().predecessorHash())
                    .as("predecessor of %d", event.headers().sequence())
                    .isEqualTo(predecessor);
            predecessor = EventHash.of(event.headers(), event.body());
        }
    }

    @Test
    void sendsCorrelationIdOfRequest() {
        MDC.put("correlation", "request-12345");
        try {
            append(1);
        } finally {
            MDC.remove("correlation");
        }
        assertThat(eventsUntil(1).getFirst().headers().correlationId()).isEqualTo("request-12345");
    }

    @Test
    void sendsNothingOfRolledBackTransaction() {
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    outbox.append(started(1));
                    throw new IllegalStateException("the use case fails");
                }))
                .isInstanceOf(RuntimeException.class);
        append(2);
        assertThat(eventsUntil(1)).extracting(OutboxTest::revision).containsExactly(2);
    }

    @Test
    void refusesEventOutsideTransaction() {
        assertThatThrownBy(() -> outbox.append(started(1))).isInstanceOf(RuntimeException.class);
        assertThat(database.recordedSequences(grant)).isEmpty();
    }

    @Test
    void numbersConcurrentEventsWithoutGaps() throws InterruptedException {
        List<Callable<Boolean>> appends = Collections.nCopies(16, () -> {
            append(1);
            return true;
        });
        try (var pool = Executors.newFixedThreadPool(8)) {
            pool.invokeAll(appends);
        }
        assertThat(database.recordedSequences(grant))
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 16).boxed().toList());
        assertThat(eventsUntil(16)).hasSize(16);
    }

    @Test
    void givesNoNumberToStaleAggregate() {
        try (var applications = OtherService.named("applications")) {
            applications.send(SampleEvents.offerMade(grant));
            database.awaitApplied(grant, 1);
        }
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    var offer = entities.find(Offer.class, grant.value());
                    countInOtherTransaction();
                    offer.count();
                    outbox.append(started(2));
                }))
                .hasRootCauseInstanceOf(org.hibernate.StaleStateException.class)
                .matches(failure -> Failures.passing(failure), "is retried");
        assertThat(database.recordedSequences(grant)).containsExactly(1L);
    }

    @Test
    void sendsNewEventBeforeRepublishedOnes() {
        append(1);
        append(2);
        eventsUntil(2);
        QuarkusTransaction.requiringNew().run(() -> {
            republication.republish(Duration.ofDays(1));
            outbox.append(started(3));
        });
        var copies = new AtomicInteger();
        try (var topic = TopicReader.of(TOPIC)) {
            assertThat(topic.eventsUntil(
                            grant.toString(),
                            event -> event.headers().sequence() == 2 && copies.incrementAndGet() == 2))
                    .extracting(event -> event.headers().sequence())
                    .containsExactly(1L, 2L, 3L, 1L, 2L);
        }
        await().untilAsserted(() -> assertThat(database.runningRepublications()).isZero());
    }

    private void countInOtherTransaction() {
        QuarkusTransaction.requiringNew()
                .run(() -> entities.find(Offer.class, grant.value()).count());
    }

    private void append(int revision) {
        QuarkusTransaction.requiringNew().run(() -> outbox.append(started(revision)));
    }

    private AssessmentStarted started(int revision) {
        return new AssessmentStarted(grant, PersonId.SYSTEM, revision, Instant.parse("2026-11-22T04:00:00Z"));
    }

    private List<Event> eventsUntil(long sequence) {
        try (var topic = TopicReader.of(TOPIC)) {
            return topic.eventsUntil(grant.toString(), event -> event.headers().sequence() == sequence);
        }
    }

    private static int revision(Event event) {
        return Json.read(event.body(), AssessmentStarted.class).revision();
    }
}
