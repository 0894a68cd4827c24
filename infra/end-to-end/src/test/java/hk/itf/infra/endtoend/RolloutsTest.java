package hk.itf.infra.endtoend;

import static hk.itf.infra.local.Service.APPLICATIONS;
import static hk.itf.infra.local.Service.ASSESSMENT;
import static hk.itf.infra.local.Service.DISBURSEMENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hk.itf.infra.endtoend.story.Platform;
import hk.itf.infra.endtoend.story.Post;
import hk.itf.infra.endtoend.story.StepLog;
import hk.itf.infra.endtoend.story.Story;
import hk.itf.infra.local.LocalStack;
import hk.itf.infra.local.Service;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * Upgrades to version 2 of three event types while whole grants live, with old and new replicas of each service side by side: see {@link
 * Build}. Part of {@code ./itf faults}; {@code UnknownTypesTest} holds the short form.
 */
@Tag("long")
@TestMethodOrder(OrderAnnotation.class)
class RolloutsTest {

    private static final LocalStack stack = PackagedServices.running();
    private static final Platform platform = Platform.of(stack);
    private static final TopicClient topics = new TopicClient(stack);
    private final long started = System.nanoTime();
    private Story story;

    @AfterAll
    static void disconnect() {
        topics.close();
    }

    @BeforeEach
    void createStory() {
        story = new Story(platform, new StepLog(System.out::println));
    }

    @AfterEach
    void requireNothingLostOrDoubled() {
        SteadyState.require(stack, topics);
        FaultReport.confirm();
    }

    @Test
    @Order(1)
    void rollsOutConsumersFirstAndBack() throws InterruptedException {
        int journeys;
        long sent;
        try (var replicas = new Replicas(stack)) {
            replicas.restartSecond(Build.LEARNED);
            var load = Load.start(platform);
            replicas.restartFirst(Build.LEARNED, Service.values());
            replicas.restartSecond(Build.SWITCHED);
            replicas.restartFirst(Build.SWITCHED, Service.values());
            LockSupport.parkNanos(Duration.ofSeconds(20).toNanos());
            replicas.restartSecond(Build.LEARNED);
            replicas.restartFirst(Build.LEARNED, Service.values()); // nobody sends version 2 any more
            LockSupport.parkNanos(Duration.ofSeconds(10).toNanos()); // the last of version 2 are read
            sent = upgradedEvents();
            replicas.restartSecond(Build.OLD);
            replicas.restartFirst(Build.OLD, Service.values());
            journeys = load.stop();
        }
        assertThat(sent).as("events of version 2").isPositive();
        FaultReport.survived(
                "rollout, consumers first, and back",
                "old and new replicas of each service side by side: all learn version 2 of three event types, then send it, then"
                        + " go back in two steps",
                "%d events of version 2, %d journeys reached their end, nothing waited in the end"
                        .formatted(sent, journeys),
                elapsed());
    }

    @Test
    @Order(2)
    void keepsEventsOfProducersThatWereRolledOutFirst() throws InterruptedException {
        try (var replicas = new Replicas(stack)) {
            replicas.restartFirst(Build.SWITCHED, DISBURSEMENT);
            var load = Load.start(platform);
            awaitUnknown();
            var other = story.applicants.apply(story.post(12, Post.ABOVE_CEILING));
            story.vetters.confirmCompleteness(other); // other streams go on
            story.applicants.withdraw(other);
            replicas.restartFirst(Build.LEARNED, APPLICATIONS, ASSESSMENT);
            await().atMost(Duration.ofSeconds(5)).until(() -> unknown() == 0);

            replicas.restartFirst(Build.OLD, APPLICATIONS, ASSESSMENT); // back, while version 2 is sent
            awaitUnknown();
            replicas.restartFirst(Build.LEARNED, APPLICATIONS, ASSESSMENT);
            await().atMost(Duration.ofSeconds(5)).until(() -> unknown() == 0);
            replicas.restartFirst(Build.LEARNED, DISBURSEMENT);
            var journeys = load.stop();
            topics.awaitAllConsumed();
            replicas.restartFirst(Build.OLD, Service.values());
            FaultReport.survived(
                    "rollout, producer first, and back",
                    "disbursement-service sends version 2 of an event type that the other two do not know; they learn it, forget it,"
                            + " and learn it again",
                    "twice events waited as UNKNOWN and were applied within 5 s of the upgrade; %d journeys reached their end"
                            .formatted(journeys),
                    elapsed());
        }
    }

    private Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - started);
    }

    private static void awaitUnknown() {
        await().atMost(Duration.ofMinutes(2)).until(() -> unknown() > 0);
    }

    /** The number of events whose type applications-service or assessment-service does not know. */
    private static long unknown() {
        return SteadyState.count(stack, APPLICATIONS, "select count(*) from waiting_event where state = 'UNKNOWN'")
                + SteadyState.count(stack, ASSESSMENT, "select count(*) from waiting_event where state = 'UNKNOWN'");
    }

    private static long upgradedEvents() {
        var sent = 0L;
        for (var service : Service.values()) {
            sent += SteadyState.count(stack, service, "select count(*) from event_log where event_type like '%.v2'");
        }
        return sent;
    }
}
