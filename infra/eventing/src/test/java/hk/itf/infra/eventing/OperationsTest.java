package hk.itf.infra.eventing;

import static hk.itf.infra.eventing.SampleEvents.awardCommitted;
import static hk.itf.infra.eventing.SampleEvents.offerAccepted;
import static hk.itf.infra.eventing.SampleEvents.offerMade;
import static io.restassured.RestAssured.given;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;

import hk.itf.infra.eventing.sample.Offers;
import hk.itf.infra.testkit.OtherService;
import hk.itf.infra.testkit.StackResource;
import hk.itf.infra.testkit.Tokens;
import hk.itf.infra.testkit.TopicReader;
import hk.itf.infra.testkit.http.DocumentedOperation;
import hk.itf.model.id.GrantId;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The operations of operators: parked events, pauses, republication and epochs. */
@QuarkusTest
@QuarkusTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "service", value = "sample"))
class OperationsTest {

    private static final String PAUSE = "/operations/intake/itf.applications/pause";

    private final OtherService applications = OtherService.named("applications");
    private final OtherService disbursement = OtherService.named("disbursement");
    private final GrantId grant = GrantId.next();

    @TestHTTPResource(value = "/openapi?format=json", management = true)
    URI openApi;

    @TestHTTPResource(value = "/health/live", management = true)
    URI liveness;

    @Inject
    Offers offers;

    @Inject
    SampleDatabase database;

    @AfterEach
    void closeServicesAndResume() {
        applications.close();
        disbursement.close();
        operator().delete(PAUSE).then().statusCode(200);
        awaitPause(false);
    }

    @Test
    void replaysParkedEventWithItsSuccessors() {
        offers.breakDown(grant);
        applications.send(offerMade(grant));
        applications.send(offerAccepted(grant));
        database.awaitWaiting(grant, "PARKED");
        operator()
                .get("/operations/parked-events")
                .then()
                .statusCode(200)
                .body(
                        "findAll { it.id == '" + grant + "' }.reason",
                        equalTo(java.util.List.of("IllegalStateException: the consumer has a defect")));
        await().atMost(ofSeconds(20))
                .untilAsserted(() -> operator()
                        .get("/operations/waiting-events?state=GAP")
                        .then()
                        .body("id", hasItem(grant.toString())));

        offers.repair(grant);
        replay().then().statusCode(204);
        database.awaitApplied(grant, 2);
        database.awaitNoneWaiting(grant);
    }

    @Test
    void keepsEventParkedWhenReplayFails() {
        offers.breakDown(grant);
        applications.send(offerMade(grant));
        database.awaitWaiting(grant, "PARKED");
        replay().then().statusCode(409).body("type", equalTo("urn:itf:problem:still-not-applicable"));
        assertThat(database.waitingStates(grant)).containsExactly("PARKED");
        offers.repair(grant);
    }

    @Test
    void keepsEventOfNewEpochWhenItIsReplayed() {
        applications.send(offerMade(grant));
        database.awaitApplied(grant, 1);
        applications.startNewEpoch();
        applications.send(offerMade(grant));
        database.awaitWaiting(grant, "PARKED");
        replay().then().statusCode(409).body("type", equalTo("urn:itf:problem:history-rewritten"));
        assertThat(database.waitingStates(grant)).containsExactly("PARKED");
        assertThat(database.appliedTo(grant)).isEqualTo(1);
    }

    @Test
    void parksOtherEventWithAppliedNumberUntilItIsDropped() {
        applications.send(offerMade(grant));
        database.awaitApplied(grant, 1);
        try (var twin = OtherService.named("applications")) {
            twin.send(offerMade(grant)); // number 1 again, with another id
        }
        database.awaitWaiting(grant, "PARKED");
        assertThat(database.waitingReasons(grant)).singleElement().asString().contains("is already applied");
        applications.send(offerAccepted(grant));
        database.awaitWaiting(grant, "GAP");

        drop(" ").then().statusCode(400);
        drop("The twin was a test.").then().statusCode(204);
        database.awaitApplied(grant, 2);
        assertThat(database.droppedReasons(grant)).containsExactly("The twin was a test.");
        drop("again").then().statusCode(404);
    }

    @Test
    void dropHoldsWhenTheNextEventFails() {
        applications.send(offerMade(grant));
        database.awaitApplied(grant, 1);
        try (var twin = OtherService.named("applications")) {
            twin.send(offerMade(grant));
        }
        database.awaitWaiting(grant, "PARKED");
        offers.breakDown(grant);
        applications.send(offerAccepted(grant));
        database.awaitWaiting(grant, "GAP");

        drop("The twin was a test.").then().statusCode(204);
        await().untilAsserted(() -> assertThat(database.waitingReasons(grant))
                .containsExactly("IllegalStateException: the consumer has a defect"));
        offers.repair(grant);
        replay().then().statusCode(204);
        database.awaitApplied(grant, 2);
    }

    @Test
    void setsThirdEventWithOneNumberAside() {
        applications.send(offerMade(grant));
        database.awaitApplied(grant, 1);
        for (var i = 0; i < 2; i++) {
            try (var twin = OtherService.named("applications")) {
                twin.send(offerMade(grant));
            }
        }
        database.awaitWaiting(grant, "PARKED");
        await().untilAsserted(() -> assertThat(database.setAsideReasons(grant)).hasSize(1));
    }

    @Test
    void keepsBothEventsWithOneWaitingNumberUntilOperatorChooses() {
        var made = applications.prepare(offerMade(grant));
        try (var twin = applications.twin()) {
            applications.send(offerAccepted(grant));
            database.awaitWaiting(grant, "GAP");
            twin.send(offerAccepted(grant)); // number 2 again, with another id
        }
        database.awaitWaiting(grant, "PARKED");
        assertThat(database.setAsideReasons(grant)).singleElement().asString().contains("has the number 2 of event");
        applications.transmit(made);
        database.awaitApplied(grant, 1);

        var record = operator()
                .get("/operations/set-aside-records")
                .jsonPath()
                .getInt("find { it.key == '" + grant + "' }.id");
        var replay = "/operations/set-aside-records/" + record + "/replay";
        keyed().post(replay).then().statusCode(409).body("type", equalTo("urn:itf:problem:contested-number"));
        drop("The twin is what the source has recorded.").then().statusCode(204);
        keyed().post(replay).then().statusCode(204);
        database.awaitApplied(grant, 2);
        database.awaitNoneWaiting(grant);
    }

    @Test
    void refusesReplayOfMissingEvent() {
        replay().then().statusCode(404).body("type", equalTo("urn:itf:problem:not-found"));
    }

    @Test
    void readsOtherTopicsDuringPause() {
        applications.send(offerMade(grant));
        database.awaitApplied(grant, 1);
        operator()
                .body(Map.of("reason", "A faulty release sends broken events."))
                .put(PAUSE)
                .then()
                .statusCode(200)
                .body("paused", equalTo(true));
        awaitPause(true);

        applications.send(offerAccepted(grant));
        disbursement.send(awardCommitted(grant));
        database.awaitApplied(grant, 2); // the commitment, not the acceptance
        operator().delete(PAUSE).then().statusCode(200);
        database.awaitApplied(grant, 3);
    }

    @Test
    void pausesListenedTopicsForReasonOnly() {
        operator()
                .body(Map.of("reason", "curious"))
                .put("/operations/intake/itf.assessments/pause")
                .then()
                .statusCode(404);
        operator()
                .body(Map.of("reason", " "))
                .put(PAUSE)
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/reason"));
    }

    @Test
    void sendsRecordedEventsAgain() {
        applications.send(offerMade(grant));
        database.awaitApplied(grant, 1);
        keyed().post("/operations/republication?days=1").then().statusCode(200).body(greaterThan("0"));
        var copies = new AtomicInteger();
        try (var topic = TopicReader.of("itf.assessments")) {
            var events = topic.eventsUntil(grant.toString(), event -> copies.incrementAndGet() == 2);
            assertThat(events.getLast()).isEqualTo(events.getFirst());
        }
    }

    @Test
    void recordsEventsInNewEpoch() {
        applications.send(offerMade(grant));
        database.awaitApplied(grant, 1);
        var before = database.recordedEpoch(grant);
        keyed().post("/operations/epoch").then().statusCode(200).body(equalTo(Integer.toString(before + 1)));

        var later = GrantId.next();
        applications.send(offerMade(later));
        database.awaitApplied(later, 1);
        assertThat(database.recordedEpoch(later)).isEqualTo(before + 1);
    }

    @Test
    void continuesTraceOfReceivedEvent() {
        var trace = UUID.randomUUID().toString().replace("-", "");
        var made = applications.prepare(offerMade(grant));
        made.kafka().headers().add("traceparent", ("00-" + trace + "-00f067aa0ba902b7-01").getBytes());
        applications.transmit(made);
        database.awaitApplied(grant, 1);
        assertThat(database.recordedTraces(grant))
                .hasSize(1)
                .first()
                .satisfies(recorded ->
                        assertThat(recorded).startsWith("00-" + trace + "-").doesNotContain("00f067aa0ba902b7"));
    }

    @Test
    void refusesEveryoneButOperators() {
        var operations = DocumentedOperation.readFrom(openApi);
        assertThat(operations).hasSize(15).allMatch(DocumentedOperation::isOfPlatform);
        for (var operation : operations) {
            var path = operation.path().replaceAll("\\{[^}]*}", "x");
            given().contentType("application/json")
                    .request(operation.method(), path)
                    .then()
                    .statusCode(401);
            given().auth()
                    .oauth2(Tokens.of("a-clerk", "secretariat", "auditor", "fund-controller"))
                    .contentType("application/json")
                    .header("Idempotency-Key", UUID.randomUUID().toString())
                    .request(operation.method(), path)
                    .then()
                    .statusCode(403);
        }
    }

    @Test
    void reportsRelayAndLoopAsAlive() {
        given().get(liveness)
                .then()
                .statusCode(200)
                .body("checks.find { it.name == 'eventing' }.data.relay", equalTo(true))
                .body("checks.find { it.name == 'eventing' }.data.loop", equalTo(true));
    }

    private Response drop(String reason) {
        return keyed().body(Map.of("reason", reason))
                .post("/operations/parked-events/applications/grant/" + grant + "/drop");
    }

    private Response replay() {
        return keyed().post("/operations/parked-events/applications/grant/" + grant + "/replay");
    }

    private void awaitPause(boolean paused) {
        await().atMost(ofSeconds(10))
                .untilAsserted(() -> operator()
                        .get("/operations/intake")
                        .then()
                        .body("find { it.topic == 'itf.applications' }.paused", equalTo(paused))
                        .body("find { it.topic == 'itf.applications' }.inForce", equalTo(true)));
    }

    private static RequestSpecification keyed() {
        return operator().header("Idempotency-Key", UUID.randomUUID().toString());
    }

    private static RequestSpecification operator() {
        return given().auth().oauth2(Tokens.of("an-operator", "operator")).contentType("application/json");
    }
}
