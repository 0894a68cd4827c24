package hk.itf.infra.benchmark;

import hk.itf.infra.benchmark.measure.DatabaseCounters;
import java.time.Duration;
import java.util.List;

/**
 * The size of a run.
 *
 * @param rounds of floor, system and floor; the median counts
 * @param warmUp how long grants are lived before the first measurement, so that the JVMs have compiled what they run
 * @param clients that send requests at the same time in closed loops
 * @param lifecycleSeconds intended duration of the whole lives of one round
 * @param cohort number of grants that pass the stages together, in each round
 * @param floorTime duration of one measurement of a floor
 * @param idle how long the idle services are watched
 * @param visibility submissions at steady rates and in a burst
 * @param intake the search for the highest sustained rate of submissions
 * @param settle how long PostgreSQL gets to report its counters before they are read
 * @param cleansUp whether scenarios withdraw the applications that they leave in the review queue
 * @param brokerStop how long the broker is stopped
 * @param applications numbers of applications at which the cost of four operations is measured
 */
public record Plan(
        int rounds,
        Duration warmUp,
        int clients,
        int lifecycleSeconds,
        int cohort,
        Duration floorTime,
        Duration idle,
        Visibility visibility,
        Intake intake,
        Duration settle,
        boolean cleansUp,
        Duration brokerStop,
        List<Integer> applications) {

    /**
     * Submissions whose time until a task can be taken is measured.
     *
     * @param rates steady rates, submissions a second
     * @param pace how long each steady rate lasts
     * @param burstBase submissions a second before and after the burst, which has ten times this rate
     * @param burst how long the burst lasts
     */
    public record Visibility(List<Integer> rates, Duration pace, int burstBase, Duration burst) {}

    /**
     * The search for the highest sustained rate.
     *
     * @param first rate of the first step, submissions a second
     * @param step duration of one rate
     * @param confirm duration of the last step, at the rate that was found
     */
    public record Intake(int first, Duration step, Duration confirm) {}

    /** Three rounds of each measurement, up to a million applications. */
    static Plan full() {
        return new Plan(
                3,
                Duration.ofMinutes(4),
                8,
                30,
                160,
                Duration.ofSeconds(5),
                Duration.ofSeconds(30),
                new Visibility(List.of(50, 100), Duration.ofSeconds(20), 100, Duration.ofSeconds(5)),
                new Intake(20, Duration.ofSeconds(10), Duration.ofSeconds(60)),
                DatabaseCounters.REPORTED_AFTER,
                false,
                Duration.ofSeconds(60),
                List.of(10_000, 100_000, 1_000_000));
    }

    /** One short round of each measurement, up to twenty thousand applications. */
    static Plan quick() {
        return new Plan(
                1,
                Duration.ofSeconds(60),
                8,
                10,
                40,
                Duration.ofSeconds(2),
                Duration.ofSeconds(5),
                new Visibility(List.of(50), Duration.ofSeconds(4), 10, Duration.ofSeconds(5)),
                new Intake(30, Duration.ofSeconds(4), Duration.ofSeconds(10)),
                DatabaseCounters.REPORTED_AFTER,
                false,
                Duration.ofSeconds(10),
                List.of(2_000, 20_000));
    }

    /** A run of seconds, for the test that starts every scenario. */
    static Plan smoke() {
        return new Plan(
                1,
                Duration.ZERO,
                4,
                1,
                4,
                Duration.ofMillis(300),
                Duration.ofSeconds(1),
                new Visibility(List.of(50), Duration.ofMillis(500), 1, Duration.ofSeconds(1)),
                new Intake(20, Duration.ofSeconds(1), Duration.ofSeconds(1)),
                Duration.ofSeconds(1),
                false,
                Duration.ofSeconds(1),
                List.of(100, 200));
    }

    Plan withLifecycle(int clientCount, int seconds) {
        return with(clientCount, seconds, cleansUp);
    }

    /** The same run on a stack that somebody uses afterwards. */
    Plan cleaningUp() {
        return with(clients, lifecycleSeconds, true);
    }

    private Plan with(int clientCount, int seconds, boolean cleaning) {
        return new Plan(
                rounds,
                warmUp,
                clientCount,
                seconds,
                cohort,
                floorTime,
                idle,
                visibility,
                intake,
                settle,
                cleaning,
                brokerStop,
                applications);
    }
}
