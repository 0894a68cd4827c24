package hk.itf.infra.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import hk.itf.infra.endtoend.story.Platform;
import hk.itf.infra.local.LocalStack;
import hk.itf.infra.local.Service;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * One full journey, during which each of the three services dies once at the named point and is started again: every
 * payment is made exactly once, and the books are exact.
 */
class CrashTest {

    @TempDir
    private static Path state;

    /** Each point is met by another journey, and late enough that money is on its way. */
    private static final Map<KillPoint, Journey> JOURNEYS = Map.of(
            KillPoint.COMMITTED_BUT_NOT_ANSWERED, TrainingGrants.journeys().getLast(),
            KillPoint.SENT_BUT_NOT_DELETED, SponsoredProjects.journeys().getLast(),
            KillPoint.COMMITTED_BUT_OFFSET_NOT, PaidPosts.journeys().getFirst());

    /** How often a service reaches the point before it dies there. */
    private static final Map<KillPoint, Integer> TIMES = Map.of(
            KillPoint.COMMITTED_BUT_NOT_ANSWERED, 8,
            KillPoint.SENT_BUT_NOT_DELETED, 6,
            KillPoint.COMMITTED_BUT_OFFSET_NOT, 2);

    private static LocalStack stack;
    private static Platform platform;

    @BeforeAll
    static void start() {
        stack = PackagedServices.startIn(state);
        platform = Platform.of(stack);
    }

    @AfterAll
    static void stop() {
        stack.close();
    }

    @ParameterizedTest
    @EnumSource(KillPoint.class)
    void everyPaymentIsMadeOnceAlthoughEachServiceDies(KillPoint point) throws IOException, InterruptedException {
        for (var service : Service.values()) {
            stack.service(service).kill();
            stack.service(service).start(point.agent(state, TIMES.get(point)));
        }
        for (var service : Service.values()) {
            stack.service(service).awaitReady(Duration.ofMinutes(2));
        }
        Set<Service> died = ConcurrentHashMap.newKeySet();
        var watching = Thread.ofPlatform().name("restarts-the-dead").start(() -> restartTheDead(died));
        try {
            var outcome = JOURNEYS.get(point).travel(platform, System.out::println);
            assertThat(outcome.failure()).isEmpty();
        } finally {
            watching.interrupt();
            watching.join();
        }
        assertThat(died).as("services that died at " + point).isEqualTo(EnumSet.allOf(Service.class));

        Books.requireCoherent(platform);
        assertThat(Books.centsPaidByTheBank(stack.state()))
                .as("what the bank paid out")
                .isEqualTo(Books.centsPaid(platform));
    }

    private static void restartTheDead(Set<Service> died) {
        while (!Thread.currentThread().isInterrupted()) {
            for (var service : Service.values()) {
                if (!stack.service(service).isAlive() && !Thread.currentThread().isInterrupted()) {
                    died.add(service);
                    stack.service(service).start();
                }
            }
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }
}
