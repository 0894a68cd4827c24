package hk.itf.infra.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import hk.itf.infra.endtoend.story.Platform;
import hk.itf.infra.endtoend.story.Story;
import hk.itf.infra.local.LocalStack;
import hk.itf.infra.local.Service;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * One journey, during which each of the three services dies once and is started again, right after a step that matters of
 * its own: every payment is made exactly once, and the books are exact.
 */
class CrashTest {

    @TempDir
    private static Path state;

    /**
     * @param journey in which the steps are taken, late enough that money is on its way
     * @param steps of each service, after the first of which it dies
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
                                step("applications.claim.SubmitClaim", "handle"),
                                Service.ASSESSMENT,
                                step("assessment.claimvetting.VetClaim", "handle"),
                                Service.DISBURSEMENT,
                                step("disbursement.setoff.ConfirmSetOff", "handle"))),
                new Crash(
                        KillPoint.SENT_BUT_NOT_DELETED,
                        SponsoredProjects::changes,
                        Map.of(
                                Service.APPLICATIONS,
                                step("applications.amendment.SubmitAmendment", "handle"),
                                Service.ASSESSMENT,
                                step("assessment.decision.Decide", "onAmendment"),
                                Service.DISBURSEMENT,
                                step("disbursement.tranche.EndAward", "handle"))),
                new Crash(
                        KillPoint.COMMITTED_BUT_OFFSET_NOT,
                        TrainingGrants::oneAdvance,
                        Map.of(
                                Service.APPLICATIONS,
                                step("applications.claim.FollowClaims", "handle"),
                                Service.ASSESSMENT,
                                step("assessment.reviewcase.OpenReviewCase", "handle"),
                                Service.DISBURSEMENT,
                                step("disbursement.tranche.SplitAdvance", "handle"))));
    }

    private static KillPoint.Step step(String useCase, String method) {
        return new KillPoint.Step("hk.itf." + useCase, method);
    }

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
    @MethodSource("crashes")
    void everyPaymentIsMadeOnceAlthoughEachServiceDies(Crash crash) throws IOException, InterruptedException {
        for (var service : Service.values()) {
            stack.service(service).awaitReady(Duration.ofMinutes(2)); // after the crash before
            crash.point().arm(stack.service(service), state, crash.steps().get(service));
        }
        Set<Service> died = ConcurrentHashMap.newKeySet();
        var watching = Thread.ofPlatform().name("restarts-the-dead").start(() -> restartTheDead(died));
        try {
            var outcome = new Journey(crash.toString(), crash.journey()).travel(platform, System.out::println);
            assertThat(outcome.failure()).isEmpty();
        } finally {
            watching.interrupt();
            watching.join();
        }
        assertThat(died).as("services that died: " + crash).isEqualTo(EnumSet.allOf(Service.class));

        Books.requireCoherent(platform);
        assertThat(Books.centsPaidByTheBank(stack.state()))
                .as("what the bank paid out")
                .isEqualTo(Books.centsOrdered(platform));
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
