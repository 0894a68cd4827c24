package hk.itf.infra.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hk.itf.infra.endtoend.story.Platform;
import hk.itf.infra.endtoend.story.Story;
import hk.itf.infra.local.LocalStack;
import hk.itf.infra.local.Service;
import java.io.IOException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Journeys during which each of the three services dies once and is started again. Every payment is still made exactly once,
 * and our books equal the bank's ledger.
 */
class CrashTest {

    /**
     * A journey with crashes.
     *
     * @param steps per service: the method after whose first return the service dies
     */
    private record Crash(KillPoint point, Consumer<Story> journey, Map<Service, KillPoint.Step> steps) {

        @Override
        public String toString() {
            return point + " " + steps;
        }
    }

    private static List<Crash> crashes() {
        return List.of(
                new Crash(
                        KillPoint.COMMITTED_BUT_NOT_ANSWERED,
                        TrainingGrants::advances,
                        Map.of(
                                Service.APPLICATIONS,
                                step("SubmitClaim", "handle"),
                                Service.ASSESSMENT,
                                step("VetClaim", "handle"),
                                Service.DISBURSEMENT,
                                step("ConfirmSetOff", "handle"))),
                new Crash(
                        KillPoint.SENT_BUT_NOT_DELETED,
                        SponsoredProjects::changes,
                        Map.of(
                                Service.APPLICATIONS,
                                step("SubmitAmendment", "handle"),
                                Service.ASSESSMENT,
                                step("DecideCase", "onAmendment"),
                                Service.DISBURSEMENT,
                                step("BeginTermination", "handle"))),
                new Crash(
                        KillPoint.COMMITTED_BUT_OFFSET_NOT,
                        TrainingGrants::oneAdvance,
                        Map.of(
                                Service.APPLICATIONS,
                                step("FollowClaims", "handle"),
                                Service.ASSESSMENT,
                                step("OpenReviewCase", "handle"),
                                Service.DISBURSEMENT,
                                step("SplitAdvance", "handle"))));
    }

    private static KillPoint.Step step(String useCase, String method) {
        return new KillPoint.Step(useCase, method);
    }

    private static final LocalStack stack = PackagedServices.running();
    private static final Platform platform = Platform.of(stack);

    /** The next class of this JVM finds all services running. */
    @AfterAll
    static void awaitRestarts() {
        stack.startServices();
    }

    @ParameterizedTest
    @MethodSource("crashes")
    void paysOnceAlthoughEveryServiceDies(Crash crash) throws IOException, InterruptedException {
        for (var service : Service.values()) {
            stack.service(service).awaitReady(Duration.ofMinutes(2)); // it may still restart after the previous crash
            crash.point()
                    .arm(
                            stack.service(service),
                            stack.state().root(),
                            crash.steps().get(service));
        }
        Set<Service> died = ConcurrentHashMap.newKeySet();
        var restarter = Thread.ofPlatform().name("restarts-services").start(() -> restartDeadServices(died));
        try {
            var result = new Journey(crash.toString(), crash.journey()).run(platform, System.out::println);
            assertThat(result.failure()).isEmpty();
        } finally {
            restarter.interrupt();
            restarter.join();
        }
        assertThat(died).as("services that died: " + crash).isEqualTo(EnumSet.allOf(Service.class));

        Books.requireCoherent(platform);
        await("the books equal the bank's ledger")
                .atMost(Duration.ofSeconds(30))
                .until(() -> Books.centsPaidByBankLedger(stack.state()) == Books.centsPaidByOurBooks(platform));
    }

    private static void restartDeadServices(Set<Service> died) {
        while (!Thread.currentThread().isInterrupted()) {
            for (var service : Service.values()) {
                if (!stack.service(service).isAlive() && !Thread.currentThread().isInterrupted()) {
                    died.add(service);
                    stack.service(service).start(PackagedServices.WITHOUT_VERIFICATION);
                }
            }
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }
}
