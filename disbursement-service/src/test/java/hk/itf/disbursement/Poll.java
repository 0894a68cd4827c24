package hk.itf.disbursement;

import static org.awaitility.Awaitility.await;

import hk.itf.infra.testkit.HastySweeps;
import java.time.Duration;
import java.util.concurrent.Callable;

/** Waits for the effect of an event, a sweep or a bank answer. */
public final class Poll {

    private static final Duration LONGEST = Duration.ofSeconds(20);
    private static final Duration INTERVAL = Duration.ofMillis(20);

    private Poll() {}

    /**
     * Checks the condition at once and then fifty times a second, for at most 20 seconds. Each failed check starts the next
     * round of sweeps.
     */
    public static void until(Callable<Boolean> condition) {
        await().atMost(LONGEST).pollDelay(Duration.ZERO).pollInterval(INTERVAL).until(() -> {
            var holds = condition.call();
            if (!holds) {
                HastySweeps.hurry();
            }
            return holds;
        });
    }
}
