package hk.itf.infra.endtoend;

import static hk.itf.infra.local.Service.DISBURSEMENT;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import hk.itf.infra.local.LocalStack;
import hk.itf.infra.local.Ports;
import hk.itf.infra.local.Service;
import hk.itf.infra.local.StateFolder;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
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

    private static LocalStack stack;
    private static Platform platform;

    @BeforeAll
    static void start() {
        stack = LocalStack.start(Path.of("../..").toAbsolutePath().normalize(), new StateFolder(state), Ports.free());
        stack.startServices();
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
            stack.service(service).start(point.agent(state, 2));
        }
        for (var service : Service.values()) {
            stack.service(service).awaitReady(Duration.ofSeconds(60));
        }
        Set<Service> died = ConcurrentHashMap.newKeySet();
        var watching = Thread.ofPlatform().name("restarts-the-dead").start(() -> restartTheDead(died));
        try {
            var outcome = Journeys.all().getFirst().travel(platform, System.out::println);
            assertThat(outcome.failure()).isEmpty();
        } finally {
            watching.interrupt();
            watching.join();
        }
        assertThat(died).as("services that died at " + point).isEqualTo(EnumSet.allOf(Service.class));

        var auditor = new Cast(platform).auditor;
        var coherence = auditor.get(DISBURSEMENT, "/coherence").expect(200).body();
        assertThat(coherence.path("coherent").asBoolean())
                .as(coherence.toString())
                .isTrue();
        var paid = 0L;
        for (var award :
                auditor.get(DISBURSEMENT, "/awards?size=100").expect(200).body().path("items")) {
            paid += new BigDecimal(award.at("/paid/amount").asText())
                    .movePointRight(2)
                    .longValueExact();
        }
        assertThat(creditsOfTheBank()).as("what the bank paid out").isEqualTo(paid);
    }

    /** The bank keeps its own ledger and knows nothing of ours: what it was told to pay, each instruction once, and booked. */
    private static long creditsOfTheBank() throws IOException {
        var json = new ObjectMapper();
        var cents = 0L;
        for (var line : Files.readAllLines(new StateFolder(state).bankLedger())) {
            var planned = json.readTree(line).path("planned");
            if (!planned.isEmpty()
                    && planned.get(planned.size() - 1).path("outcome").asText().equals("BOOKED")) {
                cents += planned.get(planned.size() - 1).path("amountCents").asLong();
            }
        }
        return cents;
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
