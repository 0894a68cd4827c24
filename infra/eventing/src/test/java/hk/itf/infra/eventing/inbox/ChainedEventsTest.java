package hk.itf.infra.eventing.inbox;

import static hk.itf.infra.eventing.SampleEvents.awardCommitted;
import static hk.itf.infra.eventing.SampleEvents.offerAccepted;
import static hk.itf.infra.eventing.SampleEvents.offerMade;
import static hk.itf.infra.eventing.SampleEvents.withdrawn;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import hk.itf.infra.eventing.SampleDatabase;
import hk.itf.infra.testkit.OtherService;
import hk.itf.infra.testkit.OtherService.Sent;
import hk.itf.infra.testkit.StackResource;
import hk.itf.infra.testkit.Tokens;
import hk.itf.infra.testkit.TopicReader.Event;
import hk.itf.model.id.GrantId;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An event is applied only behind the event whose hash it names. */
@QuarkusTest
@QuarkusTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "service", value = "sample"))
class ChainedEventsTest {

    private static final String PREDECESSOR = "ce_predecessorhash";

    private final OtherService applications = OtherService.named("applications");
    private final OtherService disbursement = OtherService.named("disbursement");
    private final GrantId grant = GrantId.next();

    @Inject
    SampleDatabase database;

    @AfterEach
    void closeServices() {
        applications.close();
        disbursement.close();
    }

    @Test
    void parksEventThatFollowsAnotherEventUntilOperatorAcceptsIt() {
        applications.send(offerMade(grant));
        database.awaitApplied(grant, 1);
        try (var restored = OtherService.named("applications")) { // which has another first event
            restored.prepare(offerMade(grant));
            restored.send(offerAccepted(grant));
            restored.send(withdrawn(grant));
        }
        database.awaitWaiting(grant, "PARKED");
        database.awaitWaiting(grant, "GAP");
        assertThat(database.waitingReasons(grant)).contains(EventInbox.OTHER_PREDECESSOR);
        disbursement.send(awardCommitted(grant));
        database.awaitApplied(grant, 2); // the stream of another source goes on

        ask("replay", Map.of()).then().statusCode(409).body("type", equalTo("urn:itf:problem:other-predecessor"));
        ask("accept", Map.of("reason", " ")).then().statusCode(400);
        assertThat(database.waitingStates(grant)).containsExactlyInAnyOrder("PARKED", "GAP");
        ask("accept", Map.of("reason", "Both were compared.")).then().statusCode(204);
        database.awaitApplied(grant, 3);
        database.awaitNoneWaiting(grant);
        assertThat(database.acceptedReasons(grant)).containsExactly("Both were compared.");
        ask("accept", Map.of("reason", "again")).then().statusCode(404);
    }

    @Test
    void parksFirstEventThatNamesPredecessor() {
        applications.transmit(withPredecessor(applications.prepare(offerMade(grant)), "a".repeat(64)));
        database.awaitWaiting(grant, "PARKED");
        assertThat(database.appliedTo(grant)).isZero();
    }

    @Test
    void parksEventThatWaitedForItsForeignPredecessor() {
        var made = applications.prepare(offerMade(grant));
        try (var twin = applications.twin()) {
            twin.prepare(offerAccepted(grant));
            twin.send(withdrawn(grant)); // behind an acceptance that is never sent
        }
        applications.send(offerAccepted(grant));
        database.awaitWaitingCount(grant, 2);
        applications.transmit(made);
        database.awaitApplied(grant, 2);
        database.awaitWaiting(grant, "PARKED");
        assertThat(database.waitingReasons(grant)).containsExactly(EventInbox.OTHER_PREDECESSOR);
    }

    @Test
    void parksAppliedEventThatComesAgainWithAnotherContent() {
        var made = applications.send(offerMade(grant));
        database.awaitApplied(grant, 1);
        applications.sendAgain(made);
        applications.transmit(withBody(made, bodyOf(made) + " "));
        database.awaitWaiting(grant, "PARKED");
        assertThat(database.waitingReasons(grant))
                .containsExactly("an event with the same id and another content is already applied");
    }

    @Test
    void parksWaitingEventThatComesAgainWithAnotherContent() {
        applications.prepare(offerMade(grant));
        var accepted = applications.send(offerAccepted(grant));
        database.awaitWaiting(grant, "GAP");
        applications.sendAgain(accepted);
        applications.transmit(withBody(accepted, bodyOf(accepted) + " "));
        database.awaitWaiting(grant, "PARKED");
        assertThat(database.setAsideReasons(grant)).singleElement().asString().contains("has the number 2 of event");
    }

    @Test
    void parksEventThatNamesNoPredecessorBehindKnownHash() {
        applications.send(offerMade(grant));
        database.awaitApplied(grant, 1);
        applications.transmit(withPredecessor(applications.prepare(offerAccepted(grant)), null));
        database.awaitWaiting(grant, "PARKED");
        assertThat(database.waitingReasons(grant)).containsExactly(EventInbox.OTHER_PREDECESSOR);
    }

    /** Side by side with this build, an older one applies an event. It keeps no hash, and leaves the one that is stored. */
    @Test
    void trustsNoHashBehindWhichOlderBuildHasAppliedAnEvent() {
        applications.send(offerMade(grant));
        database.awaitApplied(grant, 1);
        var accepted = applications.prepare(offerAccepted(grant));
        database.advanceAsOlderBuild(grant, Event.read(accepted.kafka()).headers());
        applications.transmit(accepted); // sent again, by the nightly republication
        applications.send(withdrawn(grant));
        database.awaitSequence(grant, 3);
        assertThat(database.waitingStates(grant)).isEmpty();
    }

    private Response ask(String act, Map<String, String> body) {
        return given().contentType("application/json")
                .auth()
                .oauth2(Tokens.of("an-operator", "operator"))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(body)
                .post("/operations/parked-events/applications/grant/" + grant + "/" + act);
    }

    private static Sent withPredecessor(Sent event, @Nullable String hash) {
        event.kafka().headers().remove(PREDECESSOR);
        if (hash != null) {
            event.kafka().headers().add(PREDECESSOR, hash.getBytes(StandardCharsets.UTF_8));
        }
        return event;
    }

    private static Sent withBody(Sent event, String body) {
        var record = event.kafka();
        return new Sent(new ProducerRecord<>(
                record.topic(), null, record.key(), body.getBytes(StandardCharsets.UTF_8), record.headers()));
    }

    private static String bodyOf(Sent event) {
        return new String(event.kafka().value(), StandardCharsets.UTF_8);
    }
}
