package hk.itf.infra.eventing.inbox;

import static hk.itf.infra.eventing.SampleEvents.awardCommitted;
import static hk.itf.infra.eventing.SampleEvents.offerAccepted;
import static hk.itf.infra.eventing.SampleEvents.offerLapsed;
import static hk.itf.infra.eventing.SampleEvents.offerMade;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hk.itf.infra.eventing.SampleDatabase;
import hk.itf.infra.eventing.sample.Offers;
import hk.itf.infra.testkit.OtherService;
import hk.itf.infra.testkit.OtherService.Sent;
import hk.itf.infra.testkit.StackResource;
import hk.itf.model.id.GrantId;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Received events take effect once, in order; events that cannot be applied wait or are parked. */
@QuarkusTest
@QuarkusTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "service", value = "sample"))
class EventLoopTest {

    private final OtherService applications = OtherService.named("applications");
    private final OtherService disbursement = OtherService.named("disbursement");
    private final GrantId grant = GrantId.next();

    @Inject
    Offers offers;

    @Inject
    SampleDatabase database;

    @AfterEach
    void closeServices() {
        applications.close();
        disbursement.close();
    }

    @Test
    void appliesEventsAndRecordsTheirConsequences() {
        applications.send(offerMade(grant));
        applications.send(offerAccepted(grant));
        database.awaitApplied(grant, 2);
        assertThat(database.recordedSequences(grant)).containsExactly(1L);
    }

    @Test
    void appliesRepeatedEventOnce() {
        var made = applications.send(offerMade(grant));
        var accepted = applications.send(offerAccepted(grant));
        applications.sendAgain(made);
        applications.sendAgain(accepted);
        applications.sendAgain(made);
        disbursement.send(awardCommitted(grant));
        database.awaitApplied(grant, 3);
        awaitAllRead();
        assertThat(database.appliedTo(grant)).isEqualTo(3);
        assertThat(database.recordedSequences(grant)).containsExactly(1L);
    }

    @Test
    void holdsEventUntilGapIsClosed() {
        var made = applications.prepare(offerMade(grant));
        applications.send(offerAccepted(grant));
        database.awaitWaiting(grant, "GAP");
        assertThat(database.appliedTo(grant)).isZero();

        applications.transmit(made);
        database.awaitApplied(grant, 2);
        assertThat(database.waitingStates(grant)).isEmpty();
    }

    @Test
    void appliesEarlyEventAfterEventOfOtherTopic() {
        disbursement.send(awardCommitted(grant));
        database.awaitWaiting(grant, "EARLY");
        assertThat(database.waitingReasons(grant)).containsExactly("there is no offer yet");

        applications.send(offerMade(grant));
        database.awaitApplied(grant, 2);
        database.awaitNoneWaiting(grant);
    }

    @Test
    void recordsReasonForIgnoringLateEvent() {
        applications.send(offerMade(grant));
        applications.send(offerAccepted(grant));
        applications.send(offerLapsed(grant));
        await().atMost(ofSeconds(20))
                .untilAsserted(
                        () -> assertThat(database.ignoredReasons(grant)).containsExactly("the offer is not open"));
        assertThat(database.waitingStates(grant)).isEmpty();
    }

    @Test
    void holdsSuccessorsOfUnreadableBodyUntilItIsSentAgain() {
        var made = applications.prepare(offerMade(grant));
        var broken = new ProducerRecord<>(
                made.kafka().topic(),
                null,
                made.kafka().key(),
                "{\"grant\":".getBytes(UTF_8),
                made.kafka().headers());
        applications.transmit(new Sent(broken));
        applications.send(offerAccepted(grant));
        database.awaitWaiting(grant, "GAP");
        awaitAllRead();
        assertThat(database.setAsideReasons(grant))
                .singleElement()
                .asString()
                .contains("not readable as itf.application.offer-made.v1");
        assertThat(database.appliedTo(grant)).isZero();

        applications.transmit(made);
        database.awaitApplied(grant, 2);
        database.awaitNoneWaiting(grant);
    }

    @Test
    void undoesEffectAndConsequencesOfFailedEvent() {
        offers.breakDown(grant);
        applications.send(offerMade(grant));
        database.awaitWaiting(grant, "PARKED");
        assertThat(database.waitingReasons(grant)).containsExactly("IllegalStateException: the consumer has a defect");
        assertThat(database.appliedTo(grant)).isZero();
        assertThat(database.recordedSequences(grant)).isEmpty();
    }

    @Test
    void parksEventWhoseCommitFails() {
        var other = GrantId.next();
        offers.breakCommit(grant);
        applications.send(offerMade(grant));
        applications.send(offerMade(other));
        database.awaitWaiting(grant, "PARKED");
        assertThat(database.waitingReasons(grant)).containsExactly("SQLException: the rows are refused");
        assertThat(database.appliedTo(grant)).isZero();
        assertThat(database.recordedSequences(grant)).isEmpty();
        database.awaitApplied(other, 1);
    }

    @Test
    void appliesEventsOfOtherAggregatesBesideParkedOne() {
        var other = GrantId.next();
        offers.breakDown(grant);
        applications.send(offerMade(grant));
        applications.send(offerMade(other));
        database.awaitApplied(other, 1);
        database.awaitWaiting(grant, "PARKED");
    }

    @Test
    void retriesPassingFailureInsteadOfParking() {
        offers.failInPassing(grant, 3);
        applications.send(offerMade(grant));
        database.awaitApplied(grant, 1);
        assertThat(database.waitingStates(grant)).isEmpty();
        assertThat(database.recordedSequences(grant)).containsExactly(1L);
    }

    @Test
    void parksEventOfNewEpochUnderAppliedNumber() {
        applications.send(offerMade(grant));
        database.awaitApplied(grant, 1);
        applications.startNewEpoch();
        applications.send(offerMade(grant));
        database.awaitWaiting(grant, "PARKED");
        assertThat(database.appliedTo(grant)).isEqualTo(1);
    }

    @Test
    void continuesNumbersInNewEpoch() {
        applications.send(offerMade(grant));
        database.awaitApplied(grant, 1);
        applications.continueInNewEpoch();
        applications.send(offerAccepted(grant));
        database.awaitApplied(grant, 2);
    }

    /** Waits until the loop has read the records sent so far: one more event for each partition is applied. */
    private void awaitAllRead() {
        for (var partition = 0; partition < 3; partition++) {
            var fence = GrantId.next();
            var made = applications.prepare(offerMade(fence));
            applications.transmit(new Sent(new ProducerRecord<>(
                    made.kafka().topic(),
                    partition,
                    made.kafka().key(),
                    made.kafka().value(),
                    made.kafka().headers())));
            database.awaitApplied(fence, 1);
        }
    }
}
