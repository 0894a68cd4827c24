package hk.itf.infra.benchmark.load;

import java.time.Duration;

/** The intended starts of an open loop, counted from the start of the loop. */
@FunctionalInterface
public interface Schedule {

    long nanosTo(int index);

    /** Starts at even intervals. */
    static Schedule even(double perSecond) {
        return index -> (long) (index * 1e9 / perSecond);
    }

    /**
     * A steady rate with a burst of ten times that rate.
     *
     * @param before how long the steady rate lasts before the burst
     * @param burst how long the burst lasts
     */
    static Schedule withBurst(double perSecond, Duration before, Duration burst) {
        var calm = (int) (perSecond * before.toMillis() / 1000);
        var inBurst = (int) (10 * perSecond * burst.toMillis() / 1000);
        return index -> {
            if (index < calm) {
                return even(perSecond).nanosTo(index);
            }
            if (index < calm + inBurst) {
                return before.toNanos() + even(10 * perSecond).nanosTo(index - calm);
            }
            return before.plus(burst).toNanos() + even(perSecond).nanosTo(index - calm - inBurst);
        };
    }
}
