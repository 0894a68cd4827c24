package hk.itf.infra.eventing.heads;

import static hk.itf.infra.eventing.SampleEvents.awardCommitted;
import static hk.itf.infra.eventing.SampleEvents.offerAccepted;
import static hk.itf.infra.eventing.SampleEvents.offerMade;
import static hk.itf.infra.eventing.SampleEvents.withdrawn;
import static io.restassured.RestAssured.given;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import hk.itf.infra.eventing.EventingSettings;
import hk.itf.infra.eventing.KafkaClients;
import hk.itf.infra.eventing.SampleDatabase;
import hk.itf.infra.eventing.heads.StreamHeads.Head;
import hk.itf.infra.eventing.heads.StreamsBehind.StreamBehindView;
import hk.itf.infra.testkit.OtherService;
import hk.itf.infra.testkit.OtherService.Sent;
import hk.itf.infra.testkit.StackResource;
import hk.itf.infra.testkit.Tokens;
import hk.itf.infra.testkit.TopicReader;
import hk.itf.infra.testkit.TopicReader.Event;
import hk.itf.model.event.EventHash;
import hk.itf.model.id.GrantId;
import hk.itf.model.json.Json;
import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The service publishes the heads of its streams, and names the streams of others that are behind their head. */
@QuarkusTest
@QuarkusTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "service", value = "sample"))
class HeadsTest {

    private static final String PAUSE = "/operations/intake/itf.applications/pause";

    private final OtherService applications = OtherService.named("applications");
    private final OtherService disbursement = OtherService.named("disbursement");
    private final GrantId grant = GrantId.next();

    @Inject
    HeadsPublisher publisher;

    @Inject
    StreamsBehind behind;

    @Inject
    AgroalDataSource pool;

    @Inject
    EventingSettings settings;

    @Inject
    KafkaClients kafka;

    @Inject
    SampleDatabase database;

    @AfterEach
    void closeServices() {
        applications.close();
        disbursement.close();
    }

    @Test
    void publishesNumberAndHashOfLastEvent() throws Exception {
        applications.send(offerMade(grant));
        database.awaitApplied(grant, 1);
        Event last;
        try (var topic = TopicReader.of("itf.assessments")) {
            last = topic.eventsUntil(grant.toString(), event -> true).getLast();
        }

        assertThat(publisher.publish()).isPositive();
        assertThat(TopicReader.valuesOf("itf.assessment.heads").stream()
                        .map(each -> Json.read(each, StreamHeads.class))
                        .flatMap(chunk -> chunk.heads().stream())
                        .filter(head -> head.id().equals(grant.toString())))
                .contains(new Head("grant", grant.toString(), 1, EventHash.of(last.headers(), last.body())));
    }

    @Test
    void publishesAfterStart() {
        await().atMost(ofSeconds(20)).until(database::hasPublishedHeads);
    }

    @Test
    void namesStreamWhoseLastEventIsLost() {
        applications.send(offerMade(grant));
        var lost = applications.prepare(offerAccepted(grant));
        database.awaitApplied(grant, 1);
        sendHead(2, lost);
        awaitBehind(new Expected(2, 1));
        operator()
                .get("/operations/streams-behind")
                .then()
                .statusCode(200)
                .body("find { it.id == '" + grant + "' }.published", equalTo(2));

        applications.transmit(lost);
        database.awaitApplied(grant, 2);
        awaitNotBehind();
    }

    @Test
    void namesStreamWithAnotherLastEvent() {
        applications.send(offerMade(grant));
        database.awaitApplied(grant, 1);
        try (var twin = OtherService.named("applications")) {
            sendHead(1, twin.prepare(offerMade(grant)));
        }
        awaitBehind(new Expected(1, 1));
    }

    @Test
    void namesNoStreamWhoseEventWaitsOrIsNotReadYet() {
        applications.send(offerMade(grant));
        database.awaitApplied(grant, 1);
        operator()
                .body(Map.of("reason", "A faulty release sends broken events."))
                .put(PAUSE)
                .then()
                .statusCode(200);
        try {
            await().atMost(ofSeconds(10))
                    .untilAsserted(() -> operator()
                            .get("/operations/intake")
                            .then()
                            .body("find { it.topic == 'itf.applications' }.inForce", equalTo(true)));
            sendHead(2, applications.send(offerAccepted(grant)));
            awaitHeadsCompared();
            assertThat(ofGrant()).isEmpty();
        } finally {
            operator().delete(PAUSE).then().statusCode(200);
        }
        database.awaitApplied(grant, 2);

        var other = GrantId.next();
        sendHead(
                other, 1, disbursement.send(awardCommitted(other)), "itf.disbursement.heads"); // early without an offer
        database.awaitWaiting(other, "EARLY");
        awaitHeadsCompared();
        assertThat(behind.list()).noneMatch(each -> each.id().equals(other.toString()));
    }

    @Test
    void forgetsHeadWhenSourceHasGoneBack() {
        applications.send(offerMade(grant));
        database.awaitApplied(grant, 1);
        var made = Event.read(applications.prepare(offerAccepted(grant)).kafka());
        sendHead(2, applications.prepare(withdrawn(grant)));
        awaitBehind(new Expected(2, 1));
        send(new StreamHeads(
                Instant.now(),
                List.of(new Head("grant", grant.toString(), 1, made.headers().predecessorHash()))));
        await().atMost(ofSeconds(20)).untilAsserted(() -> {
            behind.check();
            assertThat(ofGrant()).isEmpty();
        });
    }

    @Test
    void leavesStreamOutWhoseLastEventIsNotSent() {
        applications.send(offerMade(grant));
        database.awaitApplied(grant, 1);
        try (var topic = TopicReader.of("itf.assessments")) {
            topic.eventsUntil(grant.toString(), event -> true);
        }
        database.whileUnsent(grant, this::publish);
        assertThat(TopicReader.valuesOf("itf.assessment.heads")).noneMatch(each -> each.contains(grant.toString()));
    }

    @Test
    void leavesTopicsOutThatMayNotBeRead() {
        var metrics = new SimpleMeterRegistry();
        var comparison = new HeadsComparison(pool, settings, kafka, metrics);
        assertThat(comparison.readableTopics()).containsExactly("itf.applications.heads", "itf.disbursement.heads");
        comparison.leaveOut(Set.of("itf.applications.heads"));
        assertThat(comparison.readableTopics()).containsExactly("itf.disbursement.heads");
        assertThat(metrics.get("itf.eventing.heads.left.out").gauge().value()).isEqualTo(1);
    }

    @Test
    void skipsRecordThatIsNotHeads() {
        for (var odd : List.of("", "{", "[]", "null", "{\"heads\": [{}]}")) {
            StackResource.producer()
                    .send(new ProducerRecord<>("itf.applications.heads", "x", odd.getBytes(StandardCharsets.UTF_8)));
        }
        StackResource.producer().send(new ProducerRecord<>("itf.applications.heads", null, null));
        applications.send(offerMade(grant));
        database.awaitApplied(grant, 1);
        awaitHeadsCompared();
    }

    private void publish() {
        try {
            publisher.publish();
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }

    private record Expected(long published, long applied) {}

    private void awaitBehind(Expected expected) {
        await().atMost(ofSeconds(20)).untilAsserted(() -> {
            database.ageUnmatchedHeads();
            behind.check();
            assertThat(ofGrant())
                    .extracting(each -> new Expected(each.published(), each.applied()))
                    .containsExactly(expected);
        });
    }

    private void awaitNotBehind() {
        behind.check();
        assertThat(ofGrant()).isEmpty();
    }

    /** Waits until the heads that were sent before are compared: a later head, of a stream that is lost, is reported. */
    private void awaitHeadsCompared() {
        var marker = GrantId.next();
        for (var topic : List.of("itf.applications.heads", "itf.disbursement.heads")) {
            sendHead(marker, 1, applications.prepare(offerMade(marker)), topic);
        }
        await().atMost(ofSeconds(20)).until(() -> database.unmatchedHeads(marker) == 2);
        database.ageUnmatchedHeads();
        behind.check();
    }

    private List<StreamBehindView> ofGrant() {
        return behind.list().stream()
                .filter(each -> each.id().equals(grant.toString()))
                .toList();
    }

    private void sendHead(long sequence, Sent last) {
        sendHead(grant, sequence, last, "itf.applications.heads");
    }

    private static void send(StreamHeads heads) {
        StackResource.producer()
                .send(new ProducerRecord<>(
                        "itf.applications.heads", "x", Json.write(heads).getBytes(StandardCharsets.UTF_8)));
    }

    private static void sendHead(GrantId grant, long sequence, Sent last, String topic) {
        var hash = EventHash.of(
                Event.read(last.kafka()).headers(), new String(last.kafka().value(), StandardCharsets.UTF_8));
        var heads = new StreamHeads(Instant.now(), List.of(new Head("grant", grant.toString(), sequence, hash)));
        for (var partition = 0; partition < 3; partition++) { // so that a later one, of any key, is behind it
            StackResource.producer()
                    .send(new ProducerRecord<>(
                            topic,
                            partition,
                            grant.toString(),
                            Json.write(heads).getBytes(StandardCharsets.UTF_8)));
        }
    }

    private static RequestSpecification operator() {
        return given().contentType("application/json").auth().oauth2(Tokens.of("an-operator", "operator"));
    }
}
