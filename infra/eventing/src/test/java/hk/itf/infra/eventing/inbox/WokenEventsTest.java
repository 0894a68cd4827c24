package hk.itf.infra.eventing.inbox;

import static hk.itf.infra.eventing.SampleEvents.awardCommitted;
import static hk.itf.infra.eventing.SampleEvents.offerAccepted;
import static hk.itf.infra.eventing.SampleEvents.offerMade;
import static hk.itf.infra.eventing.SampleEvents.published;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hk.itf.infra.eventing.SampleDatabase;
import hk.itf.infra.eventing.sample.Offers;
import hk.itf.infra.testkit.OtherService;
import hk.itf.infra.testkit.StackResource;
import hk.itf.model.id.GrantId;
import hk.itf.model.scheme.value.SchemeId;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Early events are tried again when something moves that they wait for. No sweep runs during these tests.
 */
@QuarkusTest
@QuarkusTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "service", value = "sample"))
class WokenEventsTest {

    private final OtherService applications = OtherService.named("applications");
    private final OtherService disbursement = OtherService.named("disbursement");
    private final GrantId grant = GrantId.next();
    private final SchemeId scheme =
            SchemeId.of("woken-" + ThreadLocalRandom.current().nextInt(1_000_000));

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
    void commandWakesEventThatWaitsForItsGrant() {
        disbursement.send(awardCommitted(grant));
        database.awaitWaiting(grant, "EARLY");
        offers.openByCommand(grant);
        awaitApplied(grant, 2);
        database.awaitNoneWaiting(grant);
    }

    @Test
    void schemeWakesEventsOfAllGrantsThatWaitForIt() {
        var grants = Stream.generate(GrantId::next).limit(30).toList();
        grants.forEach(each -> offers.requireScheme(each, scheme));
        grants.forEach(each -> applications.send(offerMade(each)));
        grants.forEach(each -> applications.send(offerAccepted(each)));
        grants.forEach(each -> database.awaitWaiting(each, "GAP"));

        applications.send(published(scheme));
        grants.forEach(each -> awaitApplied(each, 2));
    }

    @Test
    void failingEventDelaysNoOtherThatWaitsForTheSame() {
        var healthy = GrantId.next();
        offers.requireScheme(grant, scheme);
        offers.requireScheme(healthy, scheme);
        offers.breakDown(grant);
        applications.send(offerMade(grant));
        applications.send(offerMade(healthy));
        database.awaitWaiting(grant, "EARLY");
        database.awaitWaiting(healthy, "EARLY");

        applications.send(published(scheme));
        awaitApplied(healthy, 1);
        database.awaitWaiting(grant, "PARKED");
    }

    @Test
    void parksWokenEventWhoseCommitFails() {
        disbursement.send(awardCommitted(grant));
        database.awaitWaiting(grant, "EARLY");
        offers.breakCommit(grant);
        offers.openByCommand(grant);
        database.awaitWaiting(grant, "PARKED");
        assertThat(database.waitingReasons(grant)).containsExactly("SQLException: the rows are refused");
        assertThat(database.appliedTo(grant)).isEqualTo(1);
    }

    @Test
    void appliesThousandsOfEventsThatWaitedBehindOne() {
        var made = applications.prepare(offerMade(grant));
        for (var i = 0; i < 1_000; i++) {
            applications.send(offerAccepted(grant));
        }
        database.awaitWaitingCount(grant, 1_000);
        applications.transmit(made);
        awaitApplied(grant, 1_001);
        database.awaitNoneWaiting(grant);
    }

    private void awaitApplied(GrantId grant, int events) {
        await().atMost(ofSeconds(20))
                .untilAsserted(() -> assertThat(database.appliedTo(grant)).isEqualTo(events));
    }
}
