package hk.itf.infra.eventing.inbox;

import static hk.itf.infra.eventing.SampleEvents.awardCommitted;
import static hk.itf.infra.eventing.SampleEvents.offerAccepted;
import static hk.itf.infra.eventing.SampleEvents.offerLapsed;
import static hk.itf.infra.eventing.SampleEvents.offerMade;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hk.itf.infra.eventing.SampleDatabase;
import hk.itf.infra.testkit.OtherService;
import hk.itf.infra.testkit.StackResource;
import hk.itf.model.event.ApplicationEvent.OfferAccepted;
import hk.itf.model.event.EventCodec;
import hk.itf.model.id.GrantId;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An event whose type this build does not know waits for a build that knows it; all other streams go on. */
@QuarkusTest
@QuarkusTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "service", value = "sample"))
class UnknownTypesTest {

    private static final String ACCEPTED = EventCodec.typeOf(OfferAccepted.class);

    private final OtherService applications = OtherService.named("applications");
    private final OtherService disbursement = OtherService.named("disbursement");
    private final GrantId grant = GrantId.next();

    @Inject
    BuildUnderTest build;

    @Inject
    SampleDatabase database;

    @AfterEach
    void closeServicesAndUpgrade() {
        build.learn(ACCEPTED);
        applications.close();
        disbursement.close();
    }

    @Test
    void appliesUnknownTypeAndItsSuccessorsAfterUpgrade() {
        build.forget(ACCEPTED);
        applications.send(offerMade(grant));
        applications.send(offerAccepted(grant));
        applications.send(offerLapsed(grant));
        database.awaitWaiting(grant, "UNKNOWN");
        database.awaitWaiting(grant, "GAP");

        var other = GrantId.next();
        applications.send(offerMade(other));
        disbursement.send(awardCommitted(grant));
        database.awaitApplied(other, 1);
        database.awaitApplied(grant, 2);
        assertThat(database.waitingStates(grant)).containsExactly("UNKNOWN", "GAP");

        build.learn(ACCEPTED);
        await().atMost(ofSeconds(5))
                .untilAsserted(() -> assertThat(database.appliedTo(grant)).isEqualTo(3));
        database.awaitNoneWaiting(grant);
        assertThat(database.ignoredReasons(grant)).containsExactly("the offer is not open");
    }

    @Test
    void keepsUnknownTypeWithItsBodyDuringRollback() {
        build.forget(ACCEPTED);
        applications.send(offerMade(grant));
        var accepted = applications.send(offerAccepted(grant));
        database.awaitWaiting(grant, "UNKNOWN");
        applications.sendAgain(accepted);
        disbursement.send(awardCommitted(grant));
        database.awaitApplied(grant, 2);
        assertThat(database.waitingStates(grant)).containsExactly("UNKNOWN");
        assertThat(database.ignoredReasons(grant)).isEmpty();

        build.learn(ACCEPTED);
        database.awaitApplied(grant, 3);
        database.awaitNoneWaiting(grant);
    }

    @Test
    void holdsTypeThatNoBuildKnows() {
        applications.send(offerMade(grant));
        applications.sendUnknown(offerAccepted(grant), "itf.offer.invented.v9");
        database.awaitWaiting(grant, "UNKNOWN");
        assertThat(database.waitingReasons(grant))
                .containsExactly("this build does not know the type; a newer build applies it");
    }
}
